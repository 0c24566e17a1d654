internal import Newsletter
internal import Text

/// Reads `calendar:`, which says how often issues come out.
enum CalendarSettings {
    static let declared = SettingsMapping(
        [
            Setting(
                "every", .text, "How often an issue comes out, such as `1 week`, `2 weeks` or `1 month`.",
                required: true,
                example: "1 week"),
            Setting(
                "weekday", .choice(of: Weekday.self),
                "The day of the week, if `every` is in weeks. By default, the weekday of the last issue.",
                example: "wednesday"),
            Setting(
                "day", .number(1...31),
                "The day of the month, if `every` is in months; in shorter months, the last day."
                    + " By default, the day of the last issue.", example: 1),
            Setting(
                "deadline", .mapping(deadline),
                "The deadline for readers' submissions; the home page and the page of an issue show it."),
            Setting(
                "skip", .list(.date), "Days on which no issue comes out although one would be due.",
                example: ["2026-12-23"]),
        ], isOptional: true)

    private static let deadline = SettingsMapping(
        [
            Setting(
                "days", .number(0...60), "How many days before the date of the issue the deadline is.", default: 0,
                example: 1),
            Setting(
                "time", .text, "The time of day of the deadline, in the publication's time zone.", default: "23:59",
                example: "18:00"),
        ], isOptional: true)

    static func calendar(_ fields: SettingsFields) -> IssueCalendar? {
        let words = fields.text("every").split(separator: " ").map { $0.lowercased() }
        let count = words.count == 1 ? 1 : words.first.flatMap { Int($0) } ?? 0
        let weekday: Weekday? = fields.choice("weekday")
        let day = fields.optionalNumber("day")
        let deadline = fields.contains("deadline") ? deadline(fields.mapping("deadline")) : nil
        let skipped = Set(fields.texts("skip").compactMap { CalendarDate(iso8601: $0) })
        switch words.last {
        case "week", "weeks":
            guard 1...52 ~= count else { break }
            return IssueCalendar(rhythm: .weeks(count, on: weekday), deadline: deadline, skipped: skipped)
        case "month", "months":
            guard 1...12 ~= count else { break }
            return IssueCalendar(rhythm: .months(count, day: day), deadline: deadline, skipped: skipped)
        default: break
        }
        fields.report(
            "every", "can't be '\(fields.text("every"))'", remedy: "Write '1 week', '2 weeks' or '1 month'")
        return nil
    }

    private static func deadline(_ fields: SettingsFields) -> IssueCalendar.Deadline? {
        let time = fields.text("time")
        let parts = time.split(separator: ":", omittingEmptySubsequences: false).map { Int($0) ?? -1 }
        guard parts.count == 2, 0...23 ~= parts[0], 0...59 ~= parts[1] else {
            fields.report("time", "isn't a time of day: '\(time)'", remedy: "Write the time as \"18:00\"")
            return nil
        }
        return IssueCalendar.Deadline(daysBefore: fields.number("days"), time: time)
    }
}
