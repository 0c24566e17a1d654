internal import Newsletter
internal import Text

/// An event stands twice in its region.
///
/// Two entries of one day that lead to the same page are one; a hybrid event stands once in each of its two regions.
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
            // A group's page alone tells no event from another.
            guard first.entry.title == checked.entry.title || Self.hasPath(key.canonical) else { return nil }
            return finding(
                "this event is already in the region", at: document.place(of: checked.entry), in: document,
                explanation: "Take one of them out.",
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
