internal import Foundation

/// A date and time of day in a time zone, as used in feeds.
package struct ZonedTime {
    private let date: CalendarDate
    private let minutes: Int
    /// Seconds east of Greenwich.
    private let offset: Int

    package init(_ date: CalendarDate, minutes: Int, zone: String) {
        self.date = date
        self.minutes = minutes
        let zone = TimeZone(identifier: zone) ?? .gmt
        let local = Double(date.daysSince1970 * 86_400 + minutes * 60)
        // The offset belongs to the instant, which itself depends on the offset.
        let guess = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local))
        offset = zone.secondsFromGMT(for: Date(timeIntervalSince1970: local - Double(guess)))
    }

    /// Whether a text is the name of a zone that events are read with: `Europe/Madrid` or `UTC`.
    package static func isZone(_ name: String) -> Bool {
        name == "UTC" || name.contains("/") && TimeZone(identifier: name) != nil
    }

    /// The name of the zone that a misspelt name is closest to, or nil if none is similar.
    package static func closestZone(to name: String) -> String? {
        name.contains("/") ? ClosestMatch.of(name, among: TimeZone.knownTimeZoneIdentifiers.sorted()) : nil
    }

    /// The instant, in seconds since 1970.
    package var secondsSince1970: Int { date.daysSince1970 * 86_400 + minutes * 60 - offset }

    /// Formats the time: `2026-07-08T00:00:00-04:00` (RFC 3339).
    package var rfc3339: String {
        "\(date)T\(clock):00\(sign)\(Self.two(abs(offset) / 3600)):\(Self.two(abs(offset) / 60 % 60))"
    }

    /// Formats the time: `Wed, 08 Jul 2026 00:00:00 -0400` (RFC 822 with the four-digit year of RFC 1123).
    package var rfc822: String {
        let weekday = Self.weekdays[date.weekday.index]
        return "\(weekday), \(Self.two(date.day)) \(Self.months[date.month - 1]) \(date.year) \(clock):00 "
            + "\(sign)\(Self.two(abs(offset) / 3600))\(Self.two(abs(offset) / 60 % 60))"
    }

    private var clock: String { "\(Self.two(minutes / 60)):\(Self.two(minutes % 60))" }
    private var sign: String { offset < 0 ? "-" : "+" }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
    private static let weekdays = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
}

extension CalendarDate {
    /// The date that a clock in a time zone shows.
    ///
    /// - Parameters:
    ///   - seconds: since 1970.
    ///   - zone: an IANA name; an unknown one counts as Greenwich.
    package init(atSeconds seconds: Int, zone: String) {
        let offset = (TimeZone(identifier: zone) ?? .gmt).secondsFromGMT(
            for: Date(timeIntervalSince1970: Double(seconds)))
        let local = seconds + offset
        self.init(clampingDaysSince1970: local >= 0 ? local / 86_400 : (local - 86_399) / 86_400)
    }
}
