internal import Archive
internal import Newsletter

/// An event is listed twice in its region.
///
/// Two entries with the same date and the same link are the same event. If the link is only that of a group, titles are
/// compared, too. A hybrid event may be listed once in each of its two regions.
struct EventTwice: Check {
    static let id = "event-twice"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var seen: [Key: CheckedEntry] = [:]
        return document.entries.compactMap { checked in
            guard case .event = checked.entry.content else { return nil }
            let key = Key(identity: checked.identity, section: checked.section)
            guard let first = seen[key] else {
                seen[key] = checked
                return nil
            }
            return finding(
                "this event is already in the region", at: document.place(of: checked.entry), in: document,
                explanation: "Remove one of the two.",
                notes: [document.note("here as '\(first.entry.title)'", at: first.entry.range.bytes.lowerBound)])
        }
    }

    private struct Key: Hashable {
        var identity: EntryIdentity
        var section: Int
    }
}
