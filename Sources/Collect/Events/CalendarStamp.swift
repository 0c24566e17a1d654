internal import Text

/// A date, or a date with a time, as a calendar writes it (RFC 5545, sections 3.3.4 and 3.3.5).
struct CalendarStamp: Hashable {
    enum Kind: Hashable {
        case day, local, utc
    }

    /// Seconds that the clock on the wall shows, as if 1970 had begun there in UTC.
    var wall: Int
    var kind: Kind

    /// `20260708`, `20260708T190000`, `20260708T170000Z`; also with hyphens and colons, without seconds, or with an
    /// offset, which is converted to UTC.
    ///
    /// - Returns: nil for other texts, and for days and times that don't exist.
    init?(_ text: String) {
        let text = text.trimmedBlanks.uppercased()
        let sides = text.split(separator: "T", maxSplits: 1, omittingEmptySubsequences: false)
        let dateDigits = sides[0].filter { $0 != "-" }
        guard let date = Self.numbers(dateDigits, [4, 2, 2]),
            let day = CalendarDate(year: date[0], month: date[1], day: date[2])
        else { return nil }
        wall = day.daysSince1970 * 86_400
        kind = .day
        guard sides.count == 2 else { return }
        var time = sides[1]
        kind = .local
        if time.last == "Z" {
            time.removeLast()
            kind = .utc
        } else if let sign = time.firstIndex(where: { $0 == "+" || $0 == "-" }) {
            guard let offset = Self.offset(String(time[sign...])) else { return nil }
            time = time[..<sign]
            kind = .utc
            wall -= offset
        }
        let digits = time.prefix { $0 != "." }.filter { $0 != ":" }
        guard let clock = Self.numbers(digits, [2, 2, 2]) ?? Self.numbers(digits, [2, 2]).map({ $0 + [0] }),
            clock[0] < 24 || clock == [24, 0, 0], clock[1] < 60, clock[2] <= 60
        else { return nil }
        wall += clock[0] * 3600 + clock[1] * 60 + min(clock[2], 59)
    }

    /// Seconds east of Greenwich: `+0100`, `-05:30`, `+023020` (RFC 5545, section 3.3.14).
    static func offset(_ text: String) -> Int? {
        guard let sign = text.first, sign == "+" || sign == "-" else { return nil }
        var digits = text.dropFirst().filter { $0 != ":" }
        if digits.count < 3 { digits = String(repeating: "0", count: max(0, 2 - digits.count)) + digits + "00" }
        if digits.count == 3 { digits = "0" + digits }
        guard let parts = numbers(digits, [2, 2]).map({ $0 + [0] }) ?? numbers(digits, [2, 2, 2]), parts[0] < 24,
            parts[1] < 60, parts[2] < 60
        else { return nil }
        let seconds = parts[0] * 3600 + parts[1] * 60 + parts[2]
        return sign == "-" ? -seconds : seconds
    }

    /// Seconds: `P1W`, `P1DT12H`, `-PT15M` (RFC 5545, section 3.3.6).
    static func duration(_ text: String) -> Int? {
        var rest = text.trimmedBlanks.uppercased()[...]
        let isNegative = rest.first == "-"
        if isNegative || rest.first == "+" { rest.removeFirst() }
        guard rest.popFirst() == "P", !rest.isEmpty else { return nil }
        var (seconds, isTime) = (0, false)
        while let first = rest.first {
            if first == "T" {
                isTime = true
                rest.removeFirst()
                continue
            }
            let digits = rest.prefix { $0.isNumber }
            rest = rest[digits.endIndex...]
            guard digits.utf8.count <= 7, let count = Int(digits), let unit = rest.popFirst() else { return nil }
            switch (unit, isTime) {
            case ("W", false): seconds += count * 604_800
            case ("D", false): seconds += count * 86_400
            case ("H", true): seconds += count * 3600
            case ("M", true): seconds += count * 60
            case ("S", true): seconds += count
            default: return nil
            }
        }
        return isNegative ? -seconds : seconds
    }

    /// Digits in groups of so many.
    private static func numbers(_ digits: String, _ lengths: [Int]) -> [Int]? {
        guard digits.utf8.count == lengths.reduce(0, +), digits.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else {
            return nil
        }
        var rest = digits[...]
        return lengths.compactMap { length in
            defer { rest = rest.dropFirst(length) }
            return Int(rest.prefix(length))
        }
    }
}
