internal import Text

extension Candidate {
    /// The candidate with the times of day that its source has for the event; unchanged for whole days and other kinds.
    package var withTimes: Candidate {
        guard case .event(var event) = content, event.times == nil,
            let start = signal(.start).flatMap(Moment.init), start.day == event.start
        else { return self }
        var times = EventTimes(start: start.minutes, zone: start.zone)
        if let end = signal(.end).flatMap(Moment.init) {
            // The last day of an event that ends in the night is the day before.
            let isNextDay = event.end == nil && end.day == event.start.adding(days: 1) && end.minutes <= start.minutes
            if end.day == event.end ?? event.start && end.minutes != start.minutes || isNextDay {
                times.end = end.minutes
            }
        }
        var candidate = self
        event.times = times
        candidate.content = .event(event)
        return candidate
    }

    /// A time as sources note it: `2026-07-08T19:00` or `2026-07-08T19:00+02:00 Europe/Berlin`.
    private struct Moment {
        var day: CalendarDate
        /// After midnight.
        var minutes: Int
        /// Nil if the time has no zone, or one that calendars don't know.
        var zone: String?

        init?(_ text: String) {
            let words = text.split(separator: " ", maxSplits: 1)
            let parts = words.first?.split(separator: "T") ?? []
            guard parts.count == 2, let day = CalendarDate(iso8601: String(parts[0])),
                let times = EventTimes(String(parts[1].prefix(5)))
            else { return nil }
            self.day = day
            minutes = times.start
            zone = words.count > 1 && ZonedTime.isZone(String(words[1])) ? String(words[1]) : nil
        }
    }
}
