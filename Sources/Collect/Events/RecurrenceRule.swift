internal import Text

/// A recurrence rule (RFC 5545, section 3.3.10).
struct RecurrenceRule {
    enum Frequency: Int {
        case secondly, minutely, hourly, daily, weekly, monthly, yearly
    }

    struct Weekday: Hashable {
        /// Which one in the month or year, from its end if negative; nil for all of them.
        var ordinal: Int?
        /// Monday is 0.
        var day: Int
    }

    var frequency: Frequency
    var interval = 1
    var count: Int?
    var until: CalendarStamp?
    /// Monday is 0.
    var weekStart = 0
    var months: [Int] = []
    var monthDays: [Int] = []
    var yearDays: [Int] = []
    var weekNumbers: [Int] = []
    var weekdays: [Weekday] = []
    var hours: [Int] = []
    var minutes: [Int] = []
    var seconds: [Int] = []
    var positions: [Int] = []

    /// Parts that mean something, but can't be read, as they are written; the rule is read without them.
    private(set) var ignored: [String] = []

    /// Reads a rule as real calendars have them: with blanks, letters in lower case, empty parts, x-parts, and a negative
    /// `COUNT` that means no end. A calendar in the form of RFC 7529 must be Gregorian.
    ///
    /// - Returns: nil if it can't be read.
    init?(_ text: String) {
        var parts: [(key: String, value: String)] = []
        var ignored: [String] = []
        let plain = String(text.uppercased().filter { !$0.isWhitespace && $0 != "\\" })
        for part in plain.split(whereSeparator: { $0 == ";" }) {
            let sides = part.split(separator: "=", maxSplits: 1).map(String.init)
            if sides.count < 2 || sides[0].hasPrefix("X-") {
                if sides.count < 2, part.last != "=" { ignored.append(String(part)) }
            } else if let known = parts.first(where: { $0.key == sides[0] }) {
                if known.value != sides[1] { ignored.append(String(part)) }
            } else {
                parts.append((sides[0], sides[1]))
            }
        }
        guard let name = parts.first(where: { $0.key == "FREQ" })?.value, let frequency = Self.frequencies[name] else {
            return nil
        }
        self.frequency = frequency
        self.ignored = ignored
        for (key, value) in parts where key != "FREQ" {
            switch key {
            case "COUNT":
                guard let count = Int(value), count != 0 else { return nil }
                // Some programs write -1 for a series without an end.
                self.count = count > 0 ? count : nil
            case "UNTIL":
                guard let stamp = CalendarStamp(value) else { return nil }
                until = stamp
            case "RSCALE": if value != "GREGORIAN" { return nil }
            default: if !read(key, value) { self.ignored.append("\(key)=\(value)") }
            }
        }
    }

    /// - Returns: whether all of the part was read.
    private mutating func read(_ key: String, _ value: String) -> Bool {
        switch key {
        case "INTERVAL":
            guard let number = Int(value), number > 0 else { return false }
            interval = min(number, 1_000_000)
        case "WKST":
            guard let day = Self.days.firstIndex(of: value) else { return false }
            weekStart = day
        case "BYMONTH": return Self.read(value, 1...12, into: &months)
        case "BYMONTHDAY": return Self.read(value, 1...31, isSigned: true, into: &monthDays)
        case "BYYEARDAY": return Self.read(value, 1...366, isSigned: true, into: &yearDays)
        case "BYWEEKNO": return Self.read(value, 1...53, isSigned: true, into: &weekNumbers)
        case "BYSETPOS": return Self.read(value, 1...366, isSigned: true, into: &positions)
        case "BYHOUR": return Self.read(value, 0...23, into: &hours)
        case "BYMINUTE": return Self.read(value, 0...59, into: &minutes)
        case "BYSECOND": return Self.read(value, 0...60, into: &seconds)
        case "BYDAY":
            let words = value.split(separator: ",")
            weekdays = words.compactMap { Self.weekday($0) }
            return weekdays.count == words.count
        // What `OMIT` means is the default.
        case "SKIP": return value == "OMIT"
        default: return false
        }
        return true
    }

    private static func read(_ value: String, _ range: ClosedRange<Int>, isSigned: Bool = false, into list: inout [Int])
        -> Bool
    {
        let words = value.split(separator: ",")
        list = words.compactMap { word in
            Int(word).flatMap { range ~= (isSigned ? Int(clamping: $0.magnitude) : $0) ? $0 : nil }
        }
        return list.count == words.count
    }

    /// `MO`, `2MO`, `-1SU`; words such as `MONDAY` are cut.
    private static func weekday(_ word: Substring) -> Weekday? {
        let sign = word.prefix { !$0.isLetter }
        let name = String(word[sign.endIndex...].prefix(2))
        guard let day = days.firstIndex(of: name) else { return nil }
        if sign.isEmpty { return Weekday(ordinal: nil, day: day) }
        guard let ordinal = Int(sign), ordinal != 0, ordinal.magnitude <= 53 else { return nil }
        return Weekday(ordinal: ordinal, day: day)
    }

    private static let days = ["MO", "TU", "WE", "TH", "FR", "SA", "SU"]

    private static let frequencies: [String: Frequency] = [
        "SECONDLY": .secondly, "MINUTELY": .minutely, "HOURLY": .hourly, "DAILY": .daily, "WEEKLY": .weekly,
        "MONTHLY": .monthly, "YEARLY": .yearly,
    ]
}
