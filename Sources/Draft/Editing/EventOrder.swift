internal import Newsletter
internal import Text

/// The order of events within a region: by day, then by place.
struct EventOrder: Comparable {
    private let start: CalendarDate
    private let end: CalendarDate
    private let place: String

    init(_ event: Event) {
        start = event.start
        end = event.end ?? event.start
        place = SectionName.key(event.place ?? "")
    }

    /// The position of an event; nil if the entry isn't an event.
    init?(_ entry: Entry) {
        guard case .event(let event) = entry.content else { return nil }
        self.init(event)
    }

    static func < (left: EventOrder, right: EventOrder) -> Bool {
        (left.start, left.end, left.place) < (right.start, right.end, right.place)
    }
}
