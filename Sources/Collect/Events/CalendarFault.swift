/// What of a calendar couldn't be read, and what that means for its events.
struct CalendarFault: Hashable {
    /// `VEVENT[2].DTSTART`: the events of each calendar are counted from 0.
    var field: String?
    /// Without full stop.
    var problem: String

    static func start(_ event: CalendarComponent) -> CalendarFault {
        CalendarFault(
            field: "VEVENT[\(event.index)].DTSTART",
            problem: "is missing or can't be read, so the event \(event.label) is left out")
    }

    static func value(_ property: String, _ value: String, of event: CalendarComponent, reading: String)
        -> CalendarFault
    {
        CalendarFault(
            field: "VEVENT[\(event.index)].\(property)",
            problem: "of \(event.label) can't be read: '\(value.cut(to: 60))'; \(reading)")
    }

    static func rulePart(_ part: String, of event: CalendarComponent) -> CalendarFault {
        CalendarFault(
            field: "VEVENT[\(event.index)].RRULE",
            problem: "of \(event.label) has a part that isn't valid: '\(part.cut(to: 60))'; "
                + "it was ignored, so dates may be wrong")
    }

    static func endBeforeStart(_ event: CalendarComponent) -> CalendarFault {
        CalendarFault(
            field: "VEVENT[\(event.index)].DTEND",
            problem: "of \(event.label) is before the start; the event was read without an end")
    }

    static func unknownZone(_ name: String, reading: String) -> CalendarFault {
        CalendarFault(field: "TZID", problem: "names an unknown time zone, '\(name.cut(to: 60))'; \(reading)")
    }

    static func endless(_ events: [CalendarComponent]) -> CalendarFault? {
        guard let first = events.first else { return nil }
        let subject =
            events.count == 1
            ? "the rule of the series \(first.label) takes"
            : "the rules of \(events.count) series, such as \(first.label), take"
        return CalendarFault(field: nil, problem: "\(subject) too long to expand, so later dates are missing")
    }
}
