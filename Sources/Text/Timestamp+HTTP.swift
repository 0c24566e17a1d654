extension Timestamp {
    /// Parses the time in a header field: `Sun, 06 Nov 1994 08:49:37 GMT`, the two obsolete forms of RFC 9110, section
    /// 5.6.7, and `1994-11-06T08:49:37Z` (RFC 3339), which some services write.
    ///
    /// - Returns: seconds since 1970, or nil for a text without seconds or with another time zone.
    package static func http(_ text: String) -> Int? {
        if let first = text.utf8.first, 0x30...0x39 ~= first { return internetDate(text) }
        // `Sun, 06 Nov 1994 08:49:37 GMT`, `Sunday, 06-Nov-94 08:49:37 GMT`, `Sun Nov  6 08:49:37 1994`
        let words = text.utf8.split { " ,-:".utf8.contains($0) }.map { String(Substring($0)) }
        guard words.count >= 7 else { return nil }
        if let month = month(words[2]) {
            return moment(year: year(words[3]), month, day: words[1], Array(words[4...6]))
        }
        guard let month = month(words[1]) else { return nil }
        return moment(year: year(words[6]), month, day: words[2], Array(words[3...5]))
    }

    private static func internetDate(_ text: String) -> Int? {
        guard text.utf8.last == UInt8(ascii: "Z"), let written = InternetDateTime(text), let time = written.time,
            let second = time.second, isClockTime(time.hour, time.minute, second)
        else { return nil }
        return seconds(of: written.date, time.hour, time.minute, second)
    }

    private static func moment(year: Int?, _ month: Int, day: String, _ time: [String]) -> Int? {
        guard let year, let day = Int(day), let date = CalendarDate(year: year, month: month, day: day),
            let hour = Int(time[0]), let minute = Int(time[1]), let second = Int(time[2]),
            isClockTime(hour, minute, second)
        else { return nil }
        return seconds(of: date, hour, minute, second)
    }

    /// Whether the numbers are a time of day; a leap second has the number 60.
    private static func isClockTime(_ hour: Int, _ minute: Int, _ second: Int) -> Bool {
        0..<24 ~= hour && 0..<60 ~= minute && 0...60 ~= second
    }

    /// Two-digit years up to 69 are in this century.
    private static func year(_ digits: String) -> Int? {
        guard let number = Int(digits) else { return nil }
        return digits.utf8.count > 2 ? number : number + (number < 70 ? 2000 : 1900)
    }
}
