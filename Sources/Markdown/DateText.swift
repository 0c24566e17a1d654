internal import Newsletter
package import Text

extension CalendarDate {
    /// The date at the beginning of a text, as `YYYY-M-D`; it must be followed by a space, by `T` or by nothing.
    package init?(leadingIn text: String) {
        var cursor = DateCursor(text)
        guard let date = cursor.isoDate(), cursor.isAtEnd || cursor.peek == 0x20 || cursor.peek == UInt8(ascii: "T")
        else {
            return nil
        }
        self = date
    }
}

/// Reads dates in the forms used in event lines, byte by byte.
struct DateCursor {
    let bytes: [UInt8]
    var offset = 0

    init(_ text: some StringProtocol) {
        bytes = Array(text.utf8)
    }

    var isAtEnd: Bool { offset >= bytes.count }
    var peek: UInt8? { offset < bytes.count ? bytes[offset] : nil }

    /// The text that hasn't been read yet.
    var rest: String { String(decoding: bytes[offset...], as: UTF8.self) }

    /// Reads `2025-06-18`, also with single digits.
    mutating func isoDate() -> CalendarDate? {
        let start = offset
        guard let year = number(digits: 4...4), take("-"), let month = number(digits: 1...2), take("-"),
            let day = number(digits: 1...2), let date = CalendarDate(year: year, month: month, day: day)
        else {
            offset = start
            return nil
        }
        return date
    }

    /// Reads the second of two dates: `2025-06-20`, `06-20`, `June 20`, `6/20` or `20` after a dash, a comma or the
    /// like.
    mutating func secondDate(after first: CalendarDate) -> CalendarDate? {
        let start = offset
        skipBlanks()
        guard takeSeparator() else {
            offset = start
            return nil
        }
        skipBlanks()
        if let date = isoDate(), date >= first { return date }
        let second = offset
        if let date = monthDate(near: first) ?? numericDate(near: first), date >= first {
            takeYear(date.year)
            return date
        }
        offset = second
        if let one = number(digits: 1...2) {
            if take("-"), let day = number(digits: 1...2),
                let date = CalendarDate(year: first.year, month: one, day: day), date >= first
            {
                return date
            }
            if peek.map({ $0 == 0x20 || $0 == UInt8(ascii: "|") || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: ",") })
                ?? true,
                let date = CalendarDate(year: first.year, month: first.month, day: one), date > first
            {
                takeYear(date.year)
                return date
            }
        }
        offset = start
        return nil
    }

    /// Reads `Jun 19`, `July 4`, `Dec. 8, 2021`; a missing year is chosen so that the date is as near to `reference` as
    /// possible.
    mutating func monthDate(near reference: CalendarDate) -> CalendarDate? {
        let start = offset
        guard let month = monthName() else {
            offset = start
            return nil
        }
        _ = take(".")
        skipBlanks()
        guard let day = number(digits: 1...2), !(peek.map(Self.isDigit) ?? false) else {
            offset = start
            return nil
        }
        for suffix in ["st", "nd", "rd", "th"] where takeWord(suffix) { break }
        let afterDay = offset
        let hasComma = take(",")
        if !hasComma { _ = take(".") }
        skipBlanks()
        if let year = number(digits: 4...4), let date = CalendarDate(year: year, month: month, day: day),
            // Without a comma, it may be the first word of a title.
            hasComma || abs(year - reference.year) <= 1, !(peek.map(Self.isDigit) ?? false)
        {
            return date
        }
        offset = afterDay
        return Self.nearest(to: reference, month: month, day: day)
    }

    /// Reads `12/18`, month first; the year is determined as for `Dec 18`.
    mutating func numericDate(near reference: CalendarDate) -> CalendarDate? {
        let start = offset
        guard let month = number(digits: 1...2), take("/"), let day = number(digits: 1...2),
            !(peek.map { Self.isDigit($0) || $0 == UInt8(ascii: "/") } ?? false),
            let date = Self.nearest(to: reference, month: month, day: day)
        else {
            offset = start
            return nil
        }
        return date
    }

    static func nearest(to reference: CalendarDate, month: Int, day: Int) -> CalendarDate? {
        let candidates = (-1...1).compactMap { CalendarDate(year: reference.year + $0, month: month, day: day) }
        // Events are in the future: one of up to two months ago is old, and one further back is next year's.
        return candidates.first { $0.daysSince1970 >= reference.daysSince1970 - 60 }
    }

    /// Skips the year of dates such as `February 5 & 6, 2022`.
    private mutating func takeYear(_ year: Int) {
        let start = offset
        _ = take(",")
        skipBlanks()
        if number(digits: 4...4) != year || peek.map(Self.isDigit) ?? false { offset = start }
    }

    mutating func skipBlanks() {
        while let byte = peek, byte == 0x20 || byte == 0x09 || byte == 0x0A { offset += 1 }
    }

    mutating func take(_ character: Unicode.Scalar) -> Bool {
        guard peek == UInt8(ascii: character) else { return false }
        offset += 1
        return true
    }

    mutating func takeWord(_ word: String) -> Bool {
        guard bytes[offset...].starts(with: word.utf8) else { return false }
        offset += word.utf8.count
        return true
    }

    mutating func takeSeparator() -> Bool {
        for separator in ["-", "–", "—", "&", ",", "*", "/", "+", "to ", "and "] where takeWord(separator) {
            return true
        }
        return false
    }

    mutating func number(digits: ClosedRange<Int>) -> Int? {
        let start = offset
        var value = 0
        while let byte = peek, Self.isDigit(byte), offset - start < digits.upperBound {
            value = value * 10 + Int(byte - UInt8(ascii: "0"))
            offset += 1
        }
        guard digits.contains(offset - start) else {
            offset = start
            return nil
        }
        return value
    }

    private mutating func monthName() -> Int? {
        let word = bytes[offset...].prefix { $0 | 0x20 >= UInt8(ascii: "a") && $0 | 0x20 <= UInt8(ascii: "z") }
        guard word.count >= 3 else { return nil }
        let name = String(decoding: word, as: UTF8.self).lowercased()
        guard
            let month = Self.months.firstIndex(where: {
                $0 == name || $0.prefix(3) == name || (name == "sept" && $0 == "september")
            })
        else { return nil }
        offset += word.count
        return month + 1
    }

    static func isDigit(_ byte: UInt8) -> Bool { byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9") }

    private static let months = [
        "january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november",
        "december",
    ]
}
