internal import Newsletter
internal import Text

/// An event is listed twice in its region.
///
/// Two entries with the same date and the same link are the same event. A hybrid event may be listed once in each of
/// its two regions.
struct EventTwice: Check {
    static let id = "event-twice"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var seen: [Key: CheckedEntry] = [:]
        return document.entries.compactMap { checked in
            guard case .event(let event) = checked.entry.content else { return nil }
            let key = Key(canonical: checked.canonical, date: event.start, section: checked.section)
            guard let first = seen[key] else {
                seen[key] = checked
                return nil
            }
            // A group's home page doesn't tell its events apart.
            guard first.entry.title == checked.entry.title || Self.hasPath(key.canonical) else { return nil }
            return finding(
                "this event is already in the region", at: document.place(of: checked.entry), in: document,
                explanation: "Remove one of the two.",
                notes: [document.note("here as '\(first.entry.title)'", at: first.entry.range.bytes.lowerBound)])
        }
    }

    private struct Key: Hashable {
        var canonical: String
        var date: CalendarDate
        var section: Int
    }

    private static func hasPath(_ canonical: String) -> Bool { canonical.split(separator: "/").count > 2 }
}
