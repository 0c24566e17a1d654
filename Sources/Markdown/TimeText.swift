internal import Newsletter
internal import Text

/// Reads times of day after an event's first day.
extension DateCursor {
    /// Reads ` 09:30`, ` 18:00–20:00 Europe/Madrid` or ` 09:30 - 2026-11-10 17:00`.
    ///
    /// - Returns: the last day, if another one is named, and the times; nil if no time follows.
    mutating func times(
        after first: CalendarDate, dateFormats: [DateFormat]
    ) -> (last: CalendarDate?, times: EventTimes)? {
        let start = offset
        if !take("T") {
            _ = take(",")
            skipBlanks()
        }
        guard offset > start, let begin = timeOfDay() else {
            offset = start
            return nil
        }
        var times = EventTimes(start: begin)
        var last: CalendarDate?
        let afterBegin = offset
        skipBlanks()
        if takeRangeSign() {
            skipBlanks()
            if let date = isoDate() ?? date(in: dateFormats, near: first), date >= first {
                last = date > first ? date : nil
                let afterDate = offset
                skipBlanks()
                times.end = timeOfDay()
                if times.end == nil { offset = afterDate }
            } else {
                times.end = timeOfDay()
                if times.end == nil { offset = afterBegin }
            }
        } else {
            offset = afterBegin
        }
        times.zone = zone()
        return (last, times)
    }

    /// Reads `9:30`, `09:30 Uhr` or `6:30 pm`, as minutes after midnight.
    private mutating func timeOfDay() -> Int? {
        let start = offset
        guard var hour = number(digits: 1...2), take(":"), let minute = number(digits: 2...2), minute < 60,
            hour < 24, !(peek.map { Self.isDigit($0) || $0 == UInt8(ascii: ":") } ?? false)
        else {
            offset = start
            return nil
        }
        let afterDigits = offset
        skipBlanks()
        if 1...12 ~= hour, takeWord("pm") || takeWord("PM") {
            hour = hour % 12 + 12
        } else if 1...12 ~= hour, takeWord("am") || takeWord("AM") {
            hour %= 12
        } else if !takeWord("Uhr"), !takeWord("h ") {
            offset = afterDigits
        }
        return hour * 60 + minute
    }

    private mutating func takeRangeSign() -> Bool {
        ["-", "–", "—", "to ", "bis ", "a ", "à "].contains { takeWord($0) }
    }

    /// Reads the name of a time zone, perhaps in parentheses.
    private mutating func zone() -> String? {
        let start = offset
        skipBlanks()
        let isInParentheses = take("(")
        let name = String(decoding: bytes[offset...].prefix(while: Self.isOfZone), as: UTF8.self)
        offset += name.utf8.count
        let area = name.prefix { $0 != "/" }
        guard name == "UTC" || area.utf8.count < name.utf8.count && Self.areas.contains(String(area)),
            !isInParentheses || take(")"), peek.map({ $0 <= 0x20 || $0 == UInt8(ascii: "|") }) ?? true
        else {
            offset = start
            return nil
        }
        return name
    }

    private static func isOfZone(_ byte: UInt8) -> Bool {
        0x61...0x7A ~= byte | 0x20 || isDigit(byte) || "/_+-".utf8.contains(byte)
    }

    /// The areas of the time zone database, so that words of a title aren't mistaken for a zone.
    private static let areas: Set<String> = [
        "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Etc", "Europe", "Indian",
        "Pacific",
    ]
}

/// Reads dates in the forms that the settings name.
extension DateCursor {
    /// A missing year is chosen so that the date is as near to `reference` as possible.
    mutating func date(in formats: [DateFormat], near reference: CalendarDate) -> CalendarDate? {
        for format in formats {
            let start = offset
            if let date = date(in: format, near: reference) { return date }
            offset = start
        }
        return nil
    }

    /// The second of two dates, after a dash or the like.
    mutating func secondDate(after first: CalendarDate, in formats: [DateFormat]) -> CalendarDate? {
        guard !formats.isEmpty else { return nil }
        let start = offset
        skipBlanks()
        if takeSeparator() {
            skipBlanks()
            if let date = date(in: formats, near: first), date >= first { return date }
        }
        offset = start
        return nil
    }

    private mutating func date(in format: DateFormat, near reference: CalendarDate) -> CalendarDate? {
        var (day, month, year): (Int?, Int?, Int?)
        for part in format.parts {
            switch part {
            case .text(let text): guard takeFolded(text) else { return nil }
            case .day:
                day = number(digits: 1...2)
                guard day != nil else { return nil }
            case .month:
                month = number(digits: 1...2) ?? monthWord()
                guard month != nil else { return nil }
            case .year:
                year = number(digits: 4...4)
                guard year != nil else { return nil }
            }
        }
        guard let day, let month, !(peek.map { Self.isDigit($0) || $0 == UInt8(ascii: "/") } ?? false) else {
            return nil
        }
        guard let year else { return Self.nearest(to: reference, month: month, day: day) }
        return CalendarDate(year: year, month: month, day: day)
    }

    /// Reads characters, ignoring the case of ASCII letters.
    private mutating func takeFolded(_ text: String) -> Bool {
        let wanted = text.utf8
        guard bytes.count - offset >= wanted.count,
            zip(bytes[offset...], wanted).allSatisfy({ ($0 | (0x41...0x5A ~= $0 ? 0x20 : 0)) == $1 })
        else { return false }
        offset += wanted.count
        return true
    }

    /// Reads a month's name in any of the languages that are known, or its first three letters.
    private mutating func monthWord() -> Int? {
        let word = bytes[offset...].prefix { 0x61...0x7A ~= $0 | 0x20 || $0 >= 0x80 }
        guard let month = MonthNames.month(String(decoding: word, as: UTF8.self).lowercased()) else { return nil }
        offset += word.count
        return month
    }
}
