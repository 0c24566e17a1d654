internal import Newsletter
internal import Text

/// The order of events within a region: by day and time, then by place.
struct EventOrder: Comparable {
    private let start: CalendarDate
    private let end: CalendarDate
    /// Minutes after midnight; an event without a time comes first.
    private let time: Int
    private let place: String

    init(_ event: Event) {
        start = event.start
        end = event.end ?? event.start
        time = event.times?.start ?? -1
        place = SectionName.key(event.place ?? "")
    }

    /// The position of an event; nil if the entry isn't an event.
    init?(_ entry: Entry) {
        guard case .event(let event) = entry.content else { return nil }
        self.init(event)
    }

    static func < (left: EventOrder, right: EventOrder) -> Bool {
        (left.start, left.end, left.time, left.place) < (right.start, right.end, right.time, right.place)
    }
}
