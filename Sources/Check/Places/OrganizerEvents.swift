internal import Archive
internal import Newsletter

/// The events of one organizer in the archive. They are decoded from the newest to the oldest, as far as needed.
struct OrganizerEvents: Sendable {
    /// A location, how often the organizer's events were listed there, and where the last of them was.
    struct Occurrences {
        var place: History.Place
        var count: Int
        var issue: Int
        var location: SourceLocation
    }

    private struct Event: Sendable {
        var place: History.Place
        var location: SourceLocation
    }

    private let organizer: String
    /// Oldest first.
    private let rows: [ArchiveIndex.EventRow]
    /// The events of the rows that were decoded; an inner nil for those without a place.
    private var events: [Event??]
    private var pages: [String: Bool] = [:]
    /// Most events are at the same location as the one before them.
    private var last: (text: String, place: History.Place)?

    init(of organizer: String, _ archive: ArchiveIndex) {
        self.organizer = organizer
        rows = archive.eventRows(of: organizer)
        events = Array(repeating: nil, count: rows.count)
    }

    /// The locations in one city of the last events in the issues before one.
    mutating func places(
        in city: String, before issue: Int, _ archive: ArchiveIndex, _ settings: CheckSettings
    ) -> [Occurrences] {
        var found: [Occurrences] = []
        var (count, oldest) = (0, 0)
        var index = firstIndex(notBefore: issue)
        while index > 0 {
            index -= 1
            // All events of the issue with the last of them count.
            if count >= Self.lastEvents, rows[index].issue < oldest { break }
            guard let event = event(at: index, archive, settings), event.place.city == city else { continue }
            count += 1
            oldest = rows[index].issue
            if let known = found.firstIndex(where: { $0.place == event.place }) {
                found[known].count += 1
            } else {
                found.append(
                    Occurrences(place: event.place, count: 1, issue: rows[index].issue, location: event.location))
            }
        }
        return found
    }

    /// How many of an organizer's events in a city count, so that old habits don't outweigh new ones.
    private static let lastEvents = 12

    private mutating func event(at index: Int, _ archive: ArchiveIndex, _ settings: CheckSettings) -> Event? {
        if let known = events[index] { return known }
        let record = archive.place(rows[index], of: organizer, knowing: &pages)
        guard let record, let text = record.place else {
            events[index] = .some(nil)
            return nil
        }
        let place = last?.text == text ? last?.place : nil
        let event = Event(place: place ?? EventPlaceDiffers.place(text, settings), location: record.location)
        last = (text, event.place)
        events[index] = event
        return event
    }

    private func firstIndex(notBefore issue: Int) -> Int {
        var (low, high) = (0, rows.count)
        while low < high {
            let middle = (low + high) / 2
            if rows[middle].issue < issue { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
