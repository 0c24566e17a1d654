internal import Newsletter
package import Text

/// The time at which an event begins or ends.
package enum EventTime: Hashable, Sendable {
    /// A whole day.
    case day(CalendarDate)
    /// A time without a zone, in seconds after midnight.
    case floating(CalendarDate, seconds: Int)
    /// An instant in seconds since 1970, with the local offset from UTC (in seconds, positive in the east) and the
    /// zone's name.
    case zoned(Int, offset: Int, zone: String)

    /// The local date.
    package var date: CalendarDate? {
        switch self {
        case .day(let date), .floating(let date, _): date
        case .zoned: CalendarDate(daysSince1970: (wall - Self.secondsOfDay(wall)) / 86_400)
        }
    }

    /// The local time of day, such as `19:00`; nil for all-day events.
    package var clock: String? {
        if case .day = self { return nil }
        let minutes = Self.secondsOfDay(wall) / 60
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        return "\(two(minutes / 60)):\(two(minutes % 60))"
    }

    package var zone: String? {
        if case .zoned(_, _, let zone) = self { return zone }
        return nil
    }

    /// The instant in seconds since 1970; days and floating times are treated as UTC.
    package var instant: Int {
        if case .zoned(let instant, _, _) = self { return instant }
        return wall
    }

    /// The local time, in seconds since the beginning of 1970 in local time.
    var wall: Int {
        switch self {
        case .day(let date): date.daysSince1970 * 86_400
        case .floating(let date, let seconds): date.daysSince1970 * 86_400 + seconds
        case .zoned(let instant, let offset, _): instant + offset
        }
    }

    static func secondsOfDay(_ wall: Int) -> Int {
        let rest = wall % 86_400
        return rest < 0 ? rest + 86_400 : rest
    }
}

extension EventTime: CustomStringConvertible {
    /// `2026-07-08`, `2026-07-08T19:00` or `2026-07-08T19:00+02:00 Europe/Berlin`.
    package var description: String {
        let day = date.map(\.description) ?? "?"
        guard let clock else { return day }
        guard case .zoned(_, let offset, let zone) = self else { return "\(day)T\(clock)" }
        func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
        let distance = "\(offset < 0 ? "-" : "+")\(two(abs(offset) / 3600)):\(two(abs(offset) / 60 % 60))"
        return "\(day)T\(clock)\(distance) \(zone)"
    }
}
