/// Reads the times that servers write, as seconds since 1970.
package enum Timestamp {
    /// `2026-07-08T12:30:00Z`, `2026-07-08T12:30:00.123+02:00`, `2026-07-08 12:30`, `2026-07-08` (RFC 3339 and its
    /// looser relatives); without an offset it is UTC.
    package static func rfc3339(_ text: String) -> Int? {
        local(text).map { $0.seconds - ($0.offset ?? 0) }
    }

    /// The same as seconds of a local day count, with the offset in seconds east of Greenwich where there is one.
    package static func local(_ text: String) -> (seconds: Int, offset: Int?, hasTime: Bool)? {
        var cursor = Cursor(text)
        guard let year = cursor.number(4), cursor.take("-"), let month = cursor.number(2), cursor.take("-"),
            let day = cursor.number(2), let date = CalendarDate(year: year, month: month, day: day)
        else { return nil }
        let midnight = date.daysSince1970 * 86_400
        guard cursor.take("T") || cursor.take("t") || cursor.take(" ") else {
            return cursor.isAtEnd ? (midnight, nil, false) : nil
        }
        guard let seconds = cursor.timeOfDay() else { return nil }
        if cursor.take(".") { while cursor.number(1) != nil {} }
        _ = cursor.take(" ")
        if cursor.isAtEnd { return (midnight + seconds, nil, true) }
        guard let offset = cursor.offset() else { return nil }
        return (midnight + seconds, offset, true)
    }

    /// `Wed, 08 Jul 2026 12:30:00 +0200` (RFC 5322, section 3.3, with the zone names of section 4.3).
    package static func rfc5322(_ text: String) -> Int? {
        var words = text.split(whereSeparator: { $0 == " " || $0 == "," || $0 == "\t" || $0 == "\n" })[...]
        if let first = words.first, Int(first) == nil { words.removeFirst() }
        guard words.count >= 4, let day = Int(words[words.startIndex]), var year = Int(words[words.startIndex + 2]),
            let month = months.firstIndex(of: words[words.startIndex + 1].lowercased().prefix(3))
        else { return nil }
        if year < 100 { year += year < 50 ? 2000 : 1900 }
        var time = Cursor(String(words[words.startIndex + 3]))
        guard let date = CalendarDate(year: year, month: month + 1, day: day), let seconds = time.timeOfDay() else {
            return nil
        }
        let zone = words.count > 4 ? String(words[words.startIndex + 4]) : "GMT"
        var cursor = Cursor(zone)
        let offset = cursor.offset() ?? zones[zone.uppercased()] ?? 0
        return date.daysSince1970 * 86_400 + seconds - offset
    }

    /// In whichever of the two forms.
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

    private static let months: [Substring] = [
        "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ]
    private static let zones = [
        "EST": -18_000, "EDT": -14_400, "CST": -21_600, "CDT": -18_000, "MST": -25_200, "MDT": -21_600,
        "PST": -28_800, "PDT": -25_200,
    ]

    private struct Cursor {
        private let bytes: [UInt8]
        private var index = 0

        init(_ text: String) {
            bytes = Array(text.utf8)
        }

        var isAtEnd: Bool { index == bytes.count }

        mutating func take(_ character: Unicode.Scalar) -> Bool {
            guard index < bytes.count, bytes[index] == UInt8(ascii: character) else { return false }
            index += 1
            return true
        }

        mutating func number(_ digits: Int) -> Int? {
            guard index + digits <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[index..<(index + digits)] {
                guard 0x30...0x39 ~= byte else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            index += digits
            return value
        }

        /// `12:30` or `12:30:00`, also `1230`.
        mutating func timeOfDay() -> Int? {
            guard let hour = number(2), hour <= 24 else { return nil }
            let hasColon = take(":")
            guard let minute = number(2), minute < 60 else { return nil }
            var seconds = hour * 3600 + minute * 60
            if hasColon ? take(":") : false, let second = number(2) { seconds += second }
            return seconds
        }

        /// `Z`, `+02:00` or `-0330`, and nothing behind it.
        mutating func offset() -> Int? {
            if take("Z") || take("z") { return isAtEnd ? 0 : nil }
            let isWest = take("-")
            guard isWest || take("+"), let hours = number(2) else { return nil }
            _ = take(":")
            let minutes = number(2) ?? 0
            guard isAtEnd, hours < 24, minutes < 60 else { return nil }
            return (hours * 3600 + minutes * 60) * (isWest ? -1 : 1)
        }
    }
}
