import Newsletter
import Testing
import Text

@Suite struct IssueCalendarTests {
    @Test(arguments: [
        ((2025, 6, 18), (2025, 6, 25)),
        // A day late, a day early, three days late: the weekday stays.
        ((2025, 6, 19), (2025, 6, 25)), ((2025, 6, 17), (2025, 6, 25)), ((2025, 6, 21), (2025, 6, 25)),
        // Saturday is nearer to the Wednesday before; Sunday to the one after.
        ((2025, 6, 22), (2025, 7, 2)),
    ])
    func keepsTheWeekday(issue: (Int, Int, Int), next: (Int, Int, Int)) throws {
        let calendar = IssueCalendar(rhythm: .weeks(1, on: .wednesday), deadline: nil)
        #expect(try calendar.date(after: date(issue)) == date(next))
    }

    @Test func countsWeeksFromTheIssueBefore() throws {
        let calendar = IssueCalendar(rhythm: .weeks(2, on: nil), deadline: nil)
        #expect(try calendar.date(after: date((2025, 12, 27))) == date((2026, 1, 10)))
    }

    @Test(arguments: [
        (1, 1, (2025, 5, 1), (2025, 6, 1)), (1, 31, (2025, 1, 31), (2025, 2, 28)),
        (1, 31, (2025, 2, 28), (2025, 3, 31)),
        (3, 15, (2025, 11, 17), (2026, 2, 15)), (1, nil, (2025, 1, 30), (2025, 2, 28)),
    ])
    func keepsTheDayOfTheMonth(months: Int, day: Int?, issue: (Int, Int, Int), next: (Int, Int, Int)) throws {
        let calendar = IssueCalendar(rhythm: .months(months, day: day), deadline: nil)
        #expect(try calendar.date(after: date(issue)) == date(next))
    }

    @Test func endsWithTheCalendar() throws {
        let calendar = IssueCalendar(rhythm: .weeks(1, on: .friday), deadline: nil)
        #expect(try calendar.date(after: date((9999, 12, 31))) == nil)
    }

    private func date(_ parts: (Int, Int, Int)) throws -> CalendarDate {
        try #require(CalendarDate(year: parts.0, month: parts.1, day: parts.2))
    }
}
