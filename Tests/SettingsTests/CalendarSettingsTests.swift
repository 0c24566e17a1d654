import Newsletter
import Testing
import Text

@Suite struct CalendarSettingsTests {
    private static let masthead = "title: W\nurl: https://example.org/\n"

    @Test(arguments: [
        ("{ every: week }", IssueCalendar.Rhythm.weeks(1, on: nil)),
        ("{ every: 1 week, weekday: wednesday }", .weeks(1, on: .wednesday)),
        ("{ every: 2 weeks, weekday: friday }", .weeks(2, on: .friday)),
        ("{ every: 1 month, day: 31 }", .months(1, day: 31)),
        ("{ every: 3 Months }", .months(3, day: nil)),
    ])
    func readsTheRhythm(text: String, rhythm: IssueCalendar.Rhythm) throws {
        let calendar = try settings(Self.masthead + "calendar: " + text).calendar
        #expect(calendar == IssueCalendar(rhythm: rhythm, deadline: nil))
    }

    @Test(arguments: [
        ("{ days: 1, time: \"18:00\" }", IssueCalendar.Deadline(daysBefore: 1, time: "18:00")),
        ("{ days: 2 }", .init(daysBefore: 2, time: "23:59")), ("{ time: 9:30 }", .init(daysBefore: 0, time: "9:30")),
    ])
    func readsTheDeadline(text: String, deadline: IssueCalendar.Deadline) throws {
        #expect(
            try settings(Self.masthead + "calendar: { every: week, deadline: \(text) }").calendar?.deadline == deadline)
    }

    @Test(arguments: [
        (
            "{ every: 0 weeks }",
            "3:20: error: 'calendar.every' can't be '0 weeks'. Write '1 week', '2 weeks' or '1 month'"
        ),
        (
            "{ every: 99999999999999999999 weeks }",
            "3:20: error: 'calendar.every' can't be '99999999999999999999 weeks'. Write '1 week', '2 weeks' or '1 month'"
        ),
        (
            "{ every: 2 moons }",
            "3:20: error: 'calendar.every' can't be '2 moons'. Write '1 week', '2 weeks' or '1 month'"
        ),
        ("{ weekday: friday }", "3:11: error: 'calendar.every' is missing. Write 'every: …'"),
        (
            "{ every: week, weekday: wendsday }",
            "3:35: error: 'calendar.weekday' can't be 'wendsday'. Did you mean 'wednesday'?"
        ),
        ("{ every: month, day: 32 }", "3:32: error: 'calendar.day' must be a number from 1 to 31. Change '32'"),
        (
            "{ every: week, deadline: { time: \"25:00\" } }",
            "3:44: error: 'calendar.deadline.time' isn't a time of day: '25:00'. Write the time as \"18:00\""
        ),
        (
            "{ every: week, deadline: { time: \"a:18:00\" } }",
            "3:44: error: 'calendar.deadline.time' isn't a time of day: 'a:18:00'. Write the time as \"18:00\""
        ),
        (
            "{ every: week, deadline: { dyas: 1 } }",
            "3:38: error: unknown key 'dyas' in 'calendar.deadline'. Did you mean 'days'?"
        ),
    ])
    func namesTheFault(text: String, fault: String) {
        #expect(faults(Self.masthead + "calendar: " + text) == ["sennight.yaml:" + fault])
    }
}
