import Newsletter
import Testing

@testable import Draft
import Text

@Suite struct NextIssueTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    private func header(_ number: Int?, _ date: String) throws -> IssueHeader {
        IssueHeader(title: "Weekly \(number ?? 0)", number: number, date: try day(date), category: nil)
    }

    private let weekly = IssueCalendar(rhythm: .weeks(1, on: .wednesday), deadline: nil)

    private func next(
        after headers: [(Int?, String)], _ calendar: IssueCalendar?, on date: String? = nil
    ) throws -> NextIssue {
        try NextIssue(
            after: try headers.map { try header($0.0, $0.1) }, calendar: calendar, date: try date.map(day),
            today: try day("2026-03-01"))
    }

    @Test func followsTheCalendar() throws {
        let next = try next(after: [(7, "2026-03-04"), (6, "2026-02-25")], weekly)
        #expect((next.number, next.date) == (8, try day("2026-03-11")))
        #expect(next.warnings.isEmpty)
    }

    @Test func passesOverSkippedDays() throws {
        let calendar = IssueCalendar(
            rhythm: .weeks(1, on: .wednesday), deadline: nil, skipped: [try day("2025-12-24"), try day("2025-12-31")])
        let next = try next(after: [(6, "2025-12-10"), (7, "2025-12-17")], calendar)
        #expect((next.number, next.date) == (8, try day("2026-01-07")))
        #expect(try self.next(after: [(7, "2025-12-17"), (8, "2026-01-07")], calendar).warnings.isEmpty)
    }

    @Test func comesOutMonthly() throws {
        let calendar = IssueCalendar(rhythm: .months(1, day: 31), deadline: nil)
        #expect(try next(after: [(1, "2026-01-31")], calendar).date == day("2026-02-28"))
        #expect(try next(after: [(1, "2026-02-28")], calendar).date == day("2026-03-31"))
    }

    @Test func goesOnAsTheIssuesDidWithoutACalendar() throws {
        #expect(try next(after: [(1, "2026-02-04"), (2, "2026-02-18")], nil).date == day("2026-03-04"))
        let error = #expect(throws: Diagnostic.self) { try next(after: [(1, "2026-02-04"), (2, "2026-02-13")], nil) }
        #expect(error?.summary == "the settings have no calendar")
    }

    @Test func beginsWithOne() throws {
        let first = try next(after: [], weekly)
        #expect((first.number, first.date) == (1, try day("2026-03-01")))
    }

    @Test func followsIssuesWithoutNumbers() throws {
        let next = try next(after: [(nil, "2026-02-25"), (nil, "2026-03-04")], weekly)
        #expect((next.number, next.date) == (3, try day("2026-03-11")))
    }

    @Test(arguments: [
        (
            [(6, "2026-02-25"), (8, "2026-03-04")], nil as String?,
            "the last issue has number 8, but 7 would follow number 6 of 2026-02-25"
        ),
        ([(7, "2026-03-04")], "2026-03-04", "2026-03-04 isn't after the last issue (Weekly 7, 2026-03-04)"),
        (
            [(7, "2026-03-04")], "2026-03-12",
            "according to the calendar, the issue after 2026-03-04 comes out on 2026-03-11, not on 2026-03-12"
        ),
    ])
    func warns(headers: [(Int, String)], date: String?, warning: String) throws {
        let next = try next(after: headers.map { ($0.0, $0.1) }, weekly, on: date)
        #expect(next.warnings.map(\.summary) == [warning])
        #expect(next.warnings.allSatisfy { $0.severity == .warning })
    }

    @Test func toleratesAnIssueThatIsMissingHere() throws {
        #expect(try next(after: [(5, "2026-02-18"), (7, "2026-03-04")], weekly).warnings.isEmpty)
        #expect(try next(after: [(6, "2026-02-25"), (7, "2026-03-05")], weekly).warnings.isEmpty)
    }
}
