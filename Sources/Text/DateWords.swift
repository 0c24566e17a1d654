/// The numbers, words and marks of a written date, for ``LooseDateTime``.
struct DateWords {
    private enum Part: Equatable {
        case number(Int, digits: Int)
        /// A word in lower case.
        case word(String)
        case mark(UInt8)
    }

    private var parts: [Part] = []
    /// The index at which the time of day was found.
    private var timeIndex = 0
    /// The offset of the only country whose language the words are in.
    private(set) var offsetOfLanguage: Int?

    init(_ text: String) {
        var rest = Array(text.utf8.prefix(120))[...]
        while let byte = rest.first {
            if Self.isDigit(byte) {
                let digits = rest.prefix(while: Self.isDigit)
                // More digits than any date has overflow nothing.
                parts.append(
                    .number(Int(String(decoding: digits.prefix(15), as: UTF8.self)) ?? 0, digits: digits.count))
                rest = rest.dropFirst(digits.count)
            } else if Self.isLetter(byte) {
                let letters = rest.prefix(while: Self.isLetter)
                parts.append(.word(String(decoding: letters, as: UTF8.self).lowercased()))
                rest = rest.dropFirst(letters.count)
            } else {
                if byte > 0x20 { parts.append(.mark(byte)) }
                rest = rest.dropFirst()
            }
        }
        if parts.contains(where: { Self.korean.contains($0) }) { offsetOfLanguage = 9 * 3600 }
    }

    /// Year, and the halves of the day.
    private static let korean: [Part] = [.word("년"), .word("오전"), .word("오후")]

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
    private static func isLetter(_ byte: UInt8) -> Bool { 0x61...0x7A ~= byte | 0x20 || byte >= 0x80 }

    // MARK: Numbers alone

    /// Seconds since 1970, if the text is a single number of seconds or milliseconds.
    var unixTime: Int? {
        guard parts.count == 1, case .number(let value, let digits) = parts[0] else { return nil }
        return digits == 10 ? value : digits == 13 ? value / 1000 : nil
    }

    /// Splits compact forms such as `20200525T044526Z` and `20200525044526` into their parts.
    ///
    /// - Returns: false if there is nothing to read.
    mutating func splitCompactForms() -> Bool {
        if parts.count == 1, case .number(let value, 6) = parts[0] {
            parts = [
                .number(value / 10_000, digits: 2), .mark(0x2D), .number(value / 100 % 100, digits: 2), .mark(0x2D),
                .number(value % 100, digits: 2),
            ]
            return true
        }
        guard case .number(let value, let digits) = parts.first, digits == 8 || digits == 14 else {
            return !parts.isEmpty
        }
        let day = digits == 8 ? value : value / 1_000_000
        var split: [Part] = [
            .number(day / 10_000, digits: 4), .mark(0x2D), .number(day / 100 % 100, digits: 2), .mark(0x2D),
            .number(day % 100, digits: 2),
        ]
        var rest = parts.dropFirst()
        var clock = digits == 14 ? value % 1_000_000 : nil
        if digits == 8, rest.first == .word("t"), case .number(let value, let digits) = rest.dropFirst().first,
            digits == 6 || digits == 4
        {
            clock = digits == 6 ? value : value * 100
            rest = rest.dropFirst(2)
        }
        if let clock {
            split += [
                .word("t"), .number(clock / 10_000, digits: 2), .mark(0x3A), .number(clock / 100 % 100, digits: 2),
                .mark(0x3A), .number(clock % 100, digits: 2),
            ]
        }
        parts = split + rest
        return true
    }

    // MARK: Time of day

    /// Removes and returns the first time of day, such as `9:05`, `09:05:06.7` or `9 pm`.
    ///
    /// - Returns: nil if there is no time of day; an optional that contains nil if the time is invalid, such as
    ///   `25:00`.
    mutating func takeTime() -> InternetDateTime.TimeOfDay?? {
        let isAfternoon = takeHalfOfDay()
        for index in parts.indices {
            guard case .number(let hour, let digits) = parts[index], digits <= 2, mark(at: index + 1) == 0x3A,
                case .number(let minute, 2) = part(at: index + 2)
            else { continue }
            var end = index + 3
            var second: Int?
            if mark(at: end) == 0x3A, case .number(let value, let digits) = part(at: end + 1), digits <= 2 {
                second = value
                end += 2
                if mark(at: end) == 0x2E || mark(at: end) == 0x2C, case .number = part(at: end + 1) { end += 2 }
            }
            parts.removeSubrange(index..<end)
            timeIndex = index
            return .some(Self.time(hour, minute, second, isAfternoon))
        }
        guard let isAfternoon, case .number(let hour, let digits) = part(at: timeIndex - 1), digits <= 2 else {
            return nil
        }
        timeIndex -= 1
        parts.remove(at: timeIndex)
        return .some(Self.time(hour, 0, nil, isAfternoon))
    }

    private static func time(_ hour: Int, _ minute: Int, _ second: Int?, _ isAfternoon: Bool?)
        -> InternetDateTime.TimeOfDay?
    {
        var hour = hour
        if let isAfternoon, 1...12 ~= hour { hour = hour % 12 + (isAfternoon ? 12 : 0) }
        guard hour <= 24, minute < 60, (second ?? 0) <= 60 else { return nil }
        return InternetDateTime.TimeOfDay(hour: hour, minute: minute, second: second)
    }

    /// Removes AM or PM, and returns whether it is PM.
    private mutating func takeHalfOfDay() -> Bool? {
        for (index, part) in parts.enumerated() {
            guard case .word(let word) = part, let isAfternoon = Self.halves[word] else { continue }
            parts.remove(at: index)
            timeIndex = index
            return isAfternoon
        }
        return nil
    }

    private static let halves = [
        "am": false, "pm": true, "오전": false, "오후": true, "上午": false, "下午": true, "午前": false, "午後": true,
    ]

    // MARK: Zone

    /// Removes the time zone after the time of day (`+0200`, `+02:00`, `GMT+2` or a name) and returns its offset; a
    /// number takes precedence over a name.
    mutating func takeOffset() -> Int? {
        var named: Int?
        for index in parts.indices where index >= timeIndex {
            switch part(at: index) {
            case .word(let word): named = named ?? TimeZoneNames.offsets[word]
            case .mark(let sign) where sign == 0x2B || sign == 0x2D:
                // `10:00 25-05-2020` has no offset.
                if index > timeIndex, case .number = part(at: index - 1) { continue }
                guard case .number(let value, let digits) = part(at: index + 1), digits <= 4 else { continue }
                let hours = digits > 2 ? value / 100 : value
                var (minutes, end) = (digits > 2 ? value % 100 : 0, index + 2)
                if digits <= 2, mark(at: end) == 0x3A, case .number(let value, 2) = part(at: end + 1) {
                    minutes = value
                    end += 2
                }
                guard hours < 24, minutes < 60 else { continue }
                parts.removeSubrange(index..<end)
                return (hours * 3600 + minutes * 60) * (sign == 0x2D ? -1 : 1)
            default: continue
            }
        }
        return named
    }

    // MARK: Day

    /// The date in the words that remain after the time was removed.
    var date: CalendarDate? {
        let numbers = parts.compactMap { part -> (value: Int, digits: Int)? in
            if case .number(let value, let digits) = part { return (value, digits) }
            return nil
        }
        let months = parts.compactMap { part -> Int? in
            if case .word(let word) = part { return MonthNames.month(word) }
            return nil
        }
        // Some languages' weekdays begin like a month, and come first.
        if let month = months.last { return Self.date(month, numbers) }
        guard let first = numbers.first else { return nil }
        if first.digits == 4, numbers.count > 1 {
            let rest = numbers.dropFirst().map(\.value)
            // `2003-335` is the day of the year.
            if numbers.count == 2, numbers[1].digits == 3 {
                return CalendarDate(year: first.value, month: 1, day: 1)?.adding(days: numbers[1].value - 1)
            }
            let (month, day) = (rest.first ?? 1, rest.dropFirst().first ?? 1)
            return CalendarDate(year: first.value, month: month, day: day)
                ?? CalendarDate(year: first.value, month: day, day: month)
        }
        guard numbers.count >= 3 else { return nil }
        // `03-12-31` is a shortened form of ISO 8601.
        if numbers[0].digits == 2, numbers[2].digits == 2, parts.filter({ $0 == .mark(0x2D) }).count == 2,
            let date = CalendarDate(year: Self.year(numbers[0]), month: numbers[1].value, day: numbers[2].value)
        {
            return date
        }
        let year = Self.year(numbers[2])
        let (dayFirst, monthFirst) = (
            CalendarDate(year: year, month: numbers[1].value, day: numbers[0].value),
            CalendarDate(year: year, month: numbers[0].value, day: numbers[1].value)
        )
        // `5/6/2020` is American, `5.6.2020` and `5-6-2020` aren't.
        return parts.contains(.mark(0x2F)) ? monthFirst ?? dayFirst : dayFirst ?? monthFirst
    }

    private static func date(_ month: Int, _ numbers: [(value: Int, digits: Int)]) -> CalendarDate? {
        guard numbers.count >= 2 else { return nil }
        let yearIndex = numbers.firstIndex { $0.digits == 4 } ?? (numbers[0].value > 31 ? 0 : 1)
        let day = numbers[yearIndex == 0 ? 1 : 0]
        return CalendarDate(year: year(numbers[yearIndex]), month: month, day: day.value)
    }

    /// Two digits mean this century up to 49 (RFC 5322, section 4.3).
    private static func year(_ number: (value: Int, digits: Int)) -> Int {
        number.digits > 2 ? number.value : number.value + (number.value < 50 ? 2000 : 1900)
    }

    private func part(at index: Int) -> Part? { parts.indices.contains(index) ? parts[index] : nil }

    private func mark(at index: Int) -> UInt8? {
        if case .mark(let mark) = part(at: index) { return mark }
        return nil
    }
}
