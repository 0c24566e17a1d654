internal import Newsletter
internal import Text

/// Reads the publication's rhythm: `every: 2 weeks`, `weekday: wednesday`, `deadline: { days: 1, time: "18:00" }`.
enum CalendarSettings {
    static func calendar(_ node: SettingsNode) -> IssueCalendar? {
        guard node.isPresent else { return nil }
        node.allow("every", "weekday", "day", "deadline", "skip")
        guard let every = node["every"].requiredText else { return nil }
        let words = every.split(separator: " ").map { $0.lowercased() }
        let count = words.count == 1 ? 1 : words.first.flatMap { Int($0) } ?? 0
        let deadline = deadline(node["deadline"])
        let skipped = Set(node["skip"].items.compactMap(date))
        switch words.last {
        case "week", "weeks":
            guard 1...52 ~= count else { break }
            return IssueCalendar(
                rhythm: .weeks(count, on: node["weekday"].choice(of: Weekday.self)), deadline: deadline,
                skipped: skipped)
        case "month", "months":
            guard 1...12 ~= count else { break }
            return IssueCalendar(
                rhythm: .months(count, day: node["day"].number(in: 1...31)), deadline: deadline, skipped: skipped)
        default: break
        }
        node["every"].report("'\(every)' is no rhythm", remedy: "Write '1 week', '2 weeks' or '1 month'")
        return nil
    }

    private static func deadline(_ node: SettingsNode) -> IssueCalendar.Deadline? {
        guard node.isPresent else { return nil }
        node.allow("days", "time")
        let time = node["time"].text ?? "23:59"
        let parts = numbers(in: time, separatedBy: ":")
        guard parts.count == 2, 0...23 ~= parts[0], 0...59 ~= parts[1] else {
            node["time"].report("'\(time)' is no time of day", remedy: "Write it as \"18:00\"")
            return nil
        }
        return IssueCalendar.Deadline(daysBefore: node["days"].number(in: 0...60) ?? 0, time: time)
    }

    static func date(_ node: SettingsNode) -> CalendarDate? {
        guard let text = node.requiredText else { return nil }
        if let date = CalendarDate(iso8601: text) { return date }
        node.report("'\(text)' isn't a date", remedy: "Write it as YYYY-MM-DD")
        return nil
    }

    /// The parts of `2014-07-15` or `18:00`; nothing where one of them is no number.
    private static func numbers(in text: String, separatedBy separator: Character) -> [Int] {
        let parts = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = parts.compactMap { Int($0) }
        return numbers.count == parts.count ? numbers : []
    }
}
