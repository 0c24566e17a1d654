import Testing
import Text

@testable import Newsroom

@Suite struct EstimatedDatesTests {
    private let issues = ["1.md", "2.md", "3.md", "10.md"]

    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso8601: text)) }

    @Test func readsMonthsFromAList() throws {
        let months = IssueMonths(
            in: """
                # Tea
                In 2019, it all began, see [the first one](1.md), which was about tea.
                ## 2026
                **二月**
                - [Cup](./2.md)
                ### Januar
                * [Pot](1.md#top), [Other](https://a.example/1.md)
                ## December 2025
                - [Ten](10.md)
                十一月
                - [Three](3.md)
                """, issues: issues
        ).months.mapValues(\.description)
        #expect(
            months == ["2.md": "2026-02-01", "1.md": "2026-01-01", "10.md": "2025-12-01", "3.md": "2025-11-01"])
    }

    @Test func prefersCommitsInTheMonthOfTheList() throws {
        let dates = EstimatedDates(
            of: issues, commits: ["1.md": try day("2026-03-02"), "2.md": try day("2026-01-09")],
            months: ["1.md": try day("2026-01-01"), "2.md": try day("2026-01-01"), "3.md": try day("2026-01-01")],
            last: nil)
        // The last one isn't in the list, and comes seven weeks after the third.
        #expect(
            dates.table(of: issues)
                == "file,date\n1.md,2026-01-01\n2.md,2026-01-09\n3.md,2026-01-08\n10.md,2026-02-26\n")
        #expect(dates.estimates == 3 && dates.source.hasSuffix("not found"))
    }

    @Test func countsWeeksBack() throws {
        let dates = EstimatedDates(of: issues, commits: [:], months: [:], last: try day("2026-03-05"))
        #expect(
            dates.table(of: issues)
                == "file,date\n1.md,2026-01-01\n2.md,2026-01-08\n3.md,2026-01-15\n10.md,2026-03-05\n")
        #expect(EstimatedDates(of: issues, commits: [:], months: [:], last: nil).table(of: issues) == nil)
    }

    @Test func saysThatTheDatesAreThoseOfCommits() throws {
        let dates = EstimatedDates(
            of: ["a,b.md", "c.md"], commits: ["a,b.md": try day("2026-01-07"), "c.md": try day("2026-01-07")],
            months: [:], last: nil)
        #expect(dates.table(of: ["a,b.md", "c.md"]) == "file,date\nc.md,2026-01-07\n")
        #expect(dates.source == "the first commits of issues without a date")
    }
}
