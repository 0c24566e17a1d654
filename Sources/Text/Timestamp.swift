/// Parses times in the formats that servers write, as seconds since 1970.
package enum Timestamp {
    /// `2026-07-08T12:30:00Z`, `2026-07-08T12:30:00.123+02:00`, `2026-07-08 12:30`, `2026-07-08` (RFC 3339 and looser
    /// variants); without an offset, it is UTC.
    package static func rfc3339(_ text: String) -> Int? {
        local(text).map { $0.seconds - ($0.offset ?? 0) }
    }

    /// The same in local seconds since 1970, with the offset in seconds east of Greenwich if there is one.
    package static func local(_ text: String) -> (seconds: Int, offset: Int?, hasTime: Bool)? {
        guard let written = InternetDateTime(text) else { return nil }
        guard let time = written.time else { return (seconds(of: written.date), nil, false) }
        return (seconds(of: written.date, time.hour, time.minute, time.second ?? 0), written.offset, true)
    }

    /// `Wed, 08 Jul 2026 12:30:00 +0200` (RFC 5322, section 3.3, with the zone names of section 4.3).
    package static func rfc5322(_ text: String) -> Int? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" })[...]
        if let first = words.first, Int(first) == nil { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[words.startIndex]), var year = Int(words[words.startIndex + 2]),
            let month = month(words[words.startIndex + 1].prefix(3))
        else { return nil }
        if year < 100 { year += year < 50 ? 2000 : 1900 }
        var cursor = TimestampCursor(String(words[words.startIndex + 3]))
        guard let date = CalendarDate(year: year, month: month, day: day), let time = cursor.timeOfDay() else {
            return nil
        }
        let zone = words.count > 4 ? String(words[words.startIndex + 4]) : "GMT"
        var rest = TimestampCursor(zone)
        let offset = rest.offset() ?? zones[zone.uppercased()] ?? 0
        return seconds(of: date, time.hour, time.minute, time.second ?? 0) - offset
    }

    /// Parses either of the two formats.
    package static func any(_ text: String) -> Int? {
        let text = text.trimmedBlanks
        return rfc3339(text) ?? rfc5322(text)
    }

    /// `2026-07-08T12:30:00Z`.
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
    private static let zones = [
        "EST": -18_000, "EDT": -14_400, "CST": -21_600, "CDT": -18_000, "MST": -25_200, "MDT": -21_600,
        "PST": -28_800, "PDT": -25_200,
    ]
}
