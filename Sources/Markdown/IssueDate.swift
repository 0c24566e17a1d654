internal import Newsletter
internal import Text

/// The date of an issue: from its header, its file's name, a pattern, or a table, in this order.
struct IssueDate {
    private(set) var date: CalendarDate?
    /// The time of day in minutes, if the header has one.
    private(set) var minutes: Int?
    /// The date as the header has it.
    private(set) var written: HeaderReader.Fields.Value?

    init(_ fields: HeaderReader.Fields, name: IssueFileName, rules: IssueRules, title: String?) {
        for key in Self.keys {
            guard let value = fields.values[key] else { continue }
            written = written ?? value
            guard let date = CalendarDate(leadingIn: value.text) else { continue }
            (self.date, minutes) = (date, Self.minutes(in: value.text))
            if let zone = rules.timeZone { move(to: zone, value.text) }
            return
        }
        // A date that doesn't exist is a mistake, which another date would hide.
        guard written == nil else { return }
        date =
            name.date ?? rules.datePattern?.date(in: name.stem)
            ?? rules.datePattern.flatMap { pattern in title.flatMap { pattern.date(in: $0) } }
            ?? rules.dates[name.name] ?? rules.dates[name.stem] ?? name.week
    }

    /// The keys that other programs write, in lower case.
    private static let keys = ["date", "publishdate", "pubdate", "published_at", "created"]

    /// Converts a time with an offset, such as `2021-07-19 22:00:00 -0700`, to a time zone.
    private mutating func move(to zone: String, _ text: String) {
        guard let date, let minutes, let offset = Self.offset(in: text) else { return }
        let seconds = date.daysSince1970 * 86_400 + (minutes - offset) * 60
        let moved = CalendarDate(atSeconds: seconds, zone: zone)
        guard moved != date else { return }
        self.date = moved
        self.minutes = nil
    }

    /// Minutes east of Greenwich: `+0100`, `-07:00` or `Z` at the end of a time.
    private static func offset(in text: String) -> Int? {
        if text.last == "Z" { return 0 }
        guard let sign = text.lastIndex(where: { $0 == "+" || $0 == "-" }), text[..<sign].contains(":") else {
            return nil
        }
        let digits = text[sign...].filter { $0.isASCII && $0.isNumber }
        guard digits.count == 4, let number = Int(digits) else { return nil }
        return (text[sign] == "-" ? -1 : 1) * (number / 100 * 60 + number % 100)
    }

    /// The time of day after a date, as in `2013-06-07 18:46`, in minutes.
    private static func minutes(in date: String) -> Int? {
        guard let time = date.split(whereSeparator: { $0 == " " || $0 == "T" }).dropFirst().first else { return nil }
        let parts = time.split(separator: ":").prefix(2).compactMap { Int($0) }
        guard parts.count == 2, 0...23 ~= parts[0], 0...59 ~= parts[1] else { return nil }
        return parts[0] * 60 + parts[1]
    }
}
