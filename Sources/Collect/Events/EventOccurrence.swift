package import Newsletter

/// An event at a certain time, from any source.
package struct EventOccurrence: Hashable, Sendable {
    package enum Status: String, Hashable, Sendable {
        case confirmed, tentative, cancelled
    }

    /// The ID, which stays the same if the event is moved: the calendar's `UID` and, in a series, the planned start.
    package var id: String
    package var title: String
    package var url: String?
    package var start: EventTime
    /// The first moment after the event; for all-day events, the first day after it.
    package var end: EventTime?
    package var mode: Event.Mode
    package var place: EventLocation
    package var organizers: [Event.Organizer]
    package var status: Status
    /// The planned start, if an event of a series was moved.
    package var movedFrom: EventTime?

    package init(
        id: String, title: String, url: String?, start: EventTime, end: EventTime? = nil, mode: Event.Mode = .inPerson,
        place: EventLocation = EventLocation(), organizers: [Event.Organizer] = [], status: Status = .confirmed,
        movedFrom: EventTime? = nil
    ) {
        (self.id, self.title, self.url, self.start, self.end) = (id, title, url, start, end)
        (self.mode, self.place, self.organizers) = (mode, place, organizers)
        (self.status, self.movedFrom) = (status, movedFrom)
    }

    /// Whether a part of the event is in a window; days and floating times are treated as UTC.
    func overlaps(_ window: TimeWindow) -> Bool { window.overlaps(from: start, to: end) }
}

extension TimeWindow {
    /// Whether a part of the time from a start to an end is in the window, as for ``EventOccurrence/overlaps(_:)``.
    func overlaps(from start: EventTime, to end: EventTime?) -> Bool {
        let end = end?.instant ?? start.instant
        // Something without length lies where it begins.
        return start.instant < until && (end > since || start.instant >= since)
    }
}

extension Array {
    /// The index of the first element that belongs to the second part, in an array that is sorted by that.
    func partitioningIndex(where isInSecondPart: (Element) -> Bool) -> Int {
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if isInSecondPart(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
