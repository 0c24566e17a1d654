import Newsletter
import Testing

@testable import Draft

@Suite struct DuplicatesTests {
    private let empty = "## News\n\n## Events\n\n### Virtual\n\n### Europe\n"

    private func fault(
        _ candidate: Candidate, draft: String, archive issues: [String] = [], last count: Int = 2
    ) async throws -> Diagnostic? {
        let archive = try await Weekly.archive(
            issues.first ?? "", issues.dropFirst().first ?? "", issues.dropFirst(2).first ?? "")
        return Duplicates(of: try Weekly.draft(draft), archive: archive, last: count).fault(of: candidate)
    }

    @Test func saysWhereItStandsInTheDraft() async throws {
        let found = try await fault(
            Weekly.link("Tea", "http://www.tea.example/?utm_source=x"),
            draft: "## News\n\n* [A](https://a.example)\n* [Tea](https://tea.example/)\n")
        #expect(found?.file == "draft/7.md")
        #expect(found?.location == SourceLocation(line: 8, column: 1))
        #expect(found?.summary == "'http://www.tea.example/?utm_source=x' is already in the draft, under News")
    }

    @Test func saysWhereItStoodInOneOfTheLastIssues() async throws {
        let tea = "## News\n\n* [Old tea](https://tea.example)\n"
        let found = try await fault(
            Weekly.link("Tea", "https://tea.example"), draft: empty, archive: ["", tea, ""])
        #expect(found?.file == "content/2.md")
        #expect(found?.location?.line == 6)
        #expect(
            found?.summary == "'https://tea.example' was in Weekly 2 of 2026-01-14 as 'Old tea', under News")
        let older = try await fault(
            Weekly.link("Tea", "https://tea.example"), draft: empty, archive: [tea, "", ""])
        #expect(older == nil)
    }

    @Test func takesAnotherDayOfAnEventForAnotherEvent() async throws {
        let events = """
            ## Events

            ### Europe

            * 2026-03-10 | Ulm, DE | [A](https://a.example)
                * [**Tea**](https://tea.example)

            """
        for (day, region, isKnown) in [
            ("2026-03-10", "Europe", true), ("2026-03-10", "europe:", true), ("2026-03-17", "Europe", false),
            // A hybrid event stands in two regions.
            ("2026-03-10", "Virtual", false),
        ] {
            let event = try Weekly.event("Tea", "https://tea.example", on: day, in: region)
            #expect(try await (fault(event, draft: events) != nil) == isKnown, "\(day) \(region)")
        }
    }

    @Test func letsEventsComeBackEveryWeek() async throws {
        let events =
            "## Events\n\n* 2026-03-10 | Ulm, DE | [A](https://a.example)\n    * [**Tea**](https://tea.example)\n"
        let event = try Weekly.event("Tea", "https://tea.example", on: "2026-03-10", in: "Events")
        #expect(try await fault(event, draft: empty, archive: ["", "", events]) == nil)
        // Nor is a report of an event the event.
        let report = Weekly.link("Tea", "https://tea.example")
        #expect(try await fault(report, draft: empty, archive: ["", "", events]) == nil)
    }
}
