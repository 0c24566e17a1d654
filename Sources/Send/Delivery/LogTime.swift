/// The time at the start of a line of a log: `Nov 28 06:16:11` (RFC 3164, section 4.1.2) or
/// `2026-11-28T06:16:11.123456+01:00` (RFC 5424, section 6.2.3).
enum LogTime {
    /// In seconds since 1970; nil for lines without a time.
    ///
    /// - Parameters:
    ///   - now: decides on the year, which the first form doesn't have: a time in the future is one of last year.
    ///   - offset: of the first form's time zone, in seconds.
    static func seconds(_ line: Substring, now: Int, offset: Int) -> Int? {
        line.first?.isNumber == true ? zoned(line) : traditional(line, now: now, offset: offset)
    }

    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func traditional(_ line: Substring, now: Int, offset: Int) -> Int? {
        let words = line.prefix(20).split(separator: " ")
        guard words.count >= 3, let month = months.firstIndex(of: String(words[0])), let day = Int(words[1]),
            1...31 ~= day, let time = time(words[2])
        else { return nil }
        let year = year(ofDay: (now + offset) / 86_400)
        func seconds(_ year: Int) -> Int { days(year, month + 1, day) * 86_400 + time - offset }
        let thisYear = seconds(year)
        return thisYear > now + 86_400 ? seconds(year - 1) : thisYear
    }

    private static func zoned(_ line: Substring) -> Int? {
        let word = line.prefix { $0 != " " }
        guard let separator = word.firstIndex(of: "T") else { return nil }
        let date = word[..<separator].split(separator: "-").map { Int($0) ?? -1 }
        let rest = word[word.index(after: separator)...]
        guard date.count == 3, 1...12 ~= date[1], 1...31 ~= date[2], 1970...9999 ~= date[0],
            let time = time(rest.prefix(8))
        else { return nil }
        let local = days(date[0], date[1], date[2]) * 86_400 + time
        let zone = rest.dropFirst(8).drop { $0 == "." || $0.isNumber }
        if zone == "Z" { return local }
        let parts = zone.dropFirst().split(separator: ":").map { Int($0) ?? -1 }
        guard let sign = zone.first, sign == "+" || sign == "-", parts.count == 2, 0...23 ~= parts[0],
            0...59 ~= parts[1]
        else { return nil }
        let offset = parts[0] * 3600 + parts[1] * 60
        return local - (sign == "+" ? offset : -offset)
    }

    private static func time(_ text: Substring) -> Int? {
        let parts = text.split(separator: ":").map { Int($0) ?? -1 }
        guard parts.count == 3, 0...23 ~= parts[0], 0...59 ~= parts[1], 0...60 ~= parts[2] else { return nil }
        return parts[0] * 3600 + parts[1] * 60 + parts[2]
    }

    /// Days from 1 January 1970 to a date.
    private static func days(_ year: Int, _ month: Int, _ day: Int) -> Int {
        let shifted = month <= 2 ? year - 1 : year
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
    }

    private static func year(ofDay day: Int) -> Int {
        var year = 1970 + day / 366
        while days(year + 1, 1, 1) <= day { year += 1 }
        return year
    }
}
