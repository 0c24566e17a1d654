internal import Foundation

/// Times in the forms of web services.
enum ServiceTime {
    /// `2026-11-28T09:30:00.000Z`
    static func rfc3339(_ seconds: Int) -> String {
        Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(
            Date.ISO8601FormatStyle(includingFractionalSeconds: true))
    }

    /// `Sat, 28 Nov 2026 09:30:00 GMT` (RFC 9110, section 5.6.7)
    static func http(_ seconds: Int) -> String {
        let format = Date.VerbatimFormatStyle(
            format:
                "\(weekday: .abbreviated), \(day: .twoDigits) \(month: .abbreviated) \(year: .defaultDigits) \(hour: .twoDigits(clock: .twentyFourHour, hourCycle: .zeroBased)):\(minute: .twoDigits):\(second: .twoDigits) GMT",
            locale: Locale(identifier: "en_US_POSIX"), timeZone: .gmt, calendar: Calendar(identifier: .gregorian))
        return Date(timeIntervalSince1970: TimeInterval(seconds)).formatted(format)
    }
}
