internal import Archive
internal import Newsletter
internal import Text

/// An event is listed twice in its region.
///
/// Two entries with the same date and the same link are the same event. If the link is only that of a group, titles are
/// compared, too. Events of one organizer on one day with the same title are probably one event with two links. A hybrid
/// event may be listed once in each of its two regions.
struct EventTwice: Check {
    static let id = "event-twice"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        repeated(in: document) + sameTitles(in: document)
    }

    /// Events of one organizer on one day with the same title and different links.
    private func sameTitles(in document: Document) -> [Finding] {
        struct Day: Hashable {
            var organizer: String
            var start: Int
            var section: Int
        }
        var seen: [Day: [CheckedEntry]] = [:]
        return document.entries.compactMap { checked in
            guard case .event(let event) = checked.entry.content,
                let organizer = event.organizers.first.flatMap(OrganizerKey.key)
            else { return nil }
            let day = Day(organizer: organizer, start: event.start.daysSince1970, section: checked.section)
            let others = seen[day, default: []]
            seen[day, default: []].append(checked)
            guard !others.isEmpty else { return nil }
            let title = TitleWords(checked.entry.title)
            let first = others.first { other in
                guard other.identity != checked.identity else { return false }
                let words = TitleWords(other.entry.title)
                return title.isSame(as: words) || title.isNear(words)
            }
            guard let first else { return nil }
            return finding(
                "this organizer has an event with this title on the same day", at: document.place(of: checked.entry),
                in: document,
                explanation: "Both are probably one event with two URLs; remove one of them.", severity: .warning,
                notes: [document.note("here as '\(first.entry.title)'", at: first.entry.range.bytes.lowerBound)])
        }
    }

    private func repeated(in document: Document) -> [Finding] {
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
