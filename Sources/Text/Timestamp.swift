/// Parses times in the formats that servers write, as seconds since 1970.
package enum Timestamp {
    /// `2026-07-08T12:30:00Z`, `2026-07-08T12:30:00.123+02:00`, `2026-07-08 12:30`, `2026-07-08` (RFC 3339 and looser
    /// variants); without an offset, the time is in UTC.
    package static func rfc3339(_ text: String) -> Int? {
        local(text).map { $0.seconds - ($0.offset ?? 0) }
    }

    /// Parses the forms of ``rfc3339(_:)``, but returns local seconds since 1970, and the offset in seconds east of
    /// Greenwich if the text has one.
    package static func local(_ text: String) -> (seconds: Int, offset: Int?, hasTime: Bool)? {
        guard let written = InternetDateTime(text) else { return nil }
        guard let time = written.time else { return (seconds(of: written.date), nil, false) }
        return (seconds(of: written.date, time.hour, time.minute, time.second ?? 0), written.offset, true)
    }

    /// `Wed, 08 Jul 2026 12:30:00 +0200` (RFC 5322, section 3.3), and the other forms that feeds use for a date with or
    /// without a time; without an offset, the time is in UTC.
    package static func loose(_ text: String) -> Int? {
        looseLocal(text).map { $0.seconds - ($0.offset ?? 0) }
    }

    /// Parses the forms of ``loose(_:)``, and returns the same as ``local(_:)``.
    package static func looseLocal(_ text: String) -> (seconds: Int, offset: Int?, hasTime: Bool)? {
        guard let written = LooseDateTime(text) else { return nil }
        guard let time = written.time else { return (seconds(of: written.date), nil, false) }
        return (seconds(of: written.date, time.hour, time.minute, time.second ?? 0), written.offset, true)
    }

    /// Parses a time in any of these forms.
    package static func any(_ text: String) -> Int? {
        let text = text.trimmedBlanks
        return rfc3339(text) ?? loose(text)
    }

    /// Formats a time: `2026-07-08T12:30:00Z`.
    package static func text(_ time: Int) -> String {
        let day = time >= 0 ? time / 86_400 : (time - 86_399) / 86_400
        let seconds = time - day * 86_400
        guard let date = CalendarDate(daysSince1970: day) else { return "" }
        return "\(date)T\(two(seconds / 3600)):\(two(seconds / 60 % 60)):\(two(seconds % 60))Z"
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }

    static func seconds(of date: CalendarDate, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) -> Int {
        date.daysSince1970 * 86_400 + hour * 3600 + minute * 60 + second
    }

    /// The number of a month from its first three letters, ignoring case.
    static func month(_ name: some StringProtocol) -> Int? {
        months.firstIndex(of: name.lowercased()).map { $0 + 1 }
    }

    private static let months = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
}
