import Settings
import Testing

@testable import Newsroom

@Suite struct SectionProposalsTests {
    private func proposals(_ texts: String...) -> String? {
        var proposals = SectionProposals()
        for text in texts { proposals.add(text) }
        return proposals.settings?.yaml
    }

    @Test func proposesKindsByContent() {
        let issue = """
            ---
            tags:
            - tea
            ---
            ## News
            - [A](https://a.example/)
            ## Events
            - 2026-01-07 | Ulm, DE | [B](https://b.example/)
            ## Words
            > Tea is good.
            ## Call for Participation
            1. [C](https://c.example/)
            ## Proposals
            > [D](https://d.example/): *D*
            """
        #expect(
            proposals(issue, issue)
                == "[{ kind: links, headings: [News] }, { kind: events, headings: [Events] }, "
                + "{ kind: participation, headings: [Call for Participation] }, { kind: quote, headings: [Words] }]")
    }

    @Test func ignoresProseUnderTheSameHeading() {
        let list = "## News\n* [A](https://a.example/)\n"
        #expect(
            proposals(list, list, "## News\nprose\n", "## News\nprose\n", "## News\nprose\n")
                == "[{ kind: links, headings: [News] }]")
        #expect(proposals(list) == nil)
    }

    @Test func proposesAKindForHeadingsThatDoNotRepeat() {
        let links = (1...4).map { "- [A](https://a.example/\($0))\n" }.joined()
        let (green, black) = ("## Green\n" + links, "## Black\n" + links)
        #expect(proposals(green, black) == "[{ kind: links, headings: [\"*\"] }]")
        let events = "## Events\n- 2026-01-07 | Ulm, DE | [B](https://b.example/)\n"
        #expect(
            proposals(events + green, events + black)
                == "[{ kind: events, headings: [Events] }, { kind: links, headings: [\"*\"] }]")
        let tasks = (1...4).map { "- Drink \($0)\n" }.joined()
        #expect(proposals(green + "## Plan\n" + tasks, black) == nil)
    }

    @Test func proposesJobs() {
        let jobs = "## Jobs\n- [Taster](https://a.example/)\n"
        #expect(proposals(jobs, jobs) == "[{ kind: jobs, headings: [Jobs] }]")
    }

    @Test func proposesAKindForTheTextBeforeTheFirstHeading() {
        let issue = "Welcome.\n\n- [A](https://a.example/)\n2. [B](https://b.example/)\n"
        #expect(proposals(issue, issue) == "[{ kind: links, headings: [\"\"] }]")
    }

    @Test func readsHeadingsWithoutTheirMarkup() {
        let issue =
            "## [Tea & *cups*](#tea) {#tea}\n- [A](https://a.example/)\n## [Pots][p]\n- [B](https://b.example/)\n"
        #expect(proposals(issue, issue) == "[{ kind: links, headings: [Pots, \"Tea & cups\"] }]")
    }

    @Test func tellsQuotationsFromIntroductionsAndStatements() {
        func issue(_ number: Int) -> String { "## Tea\n> All about tea.\n## Quote\n> Number \(number)\n" }
        #expect(proposals(issue(1), issue(2), issue(3)) == "[{ kind: quote, headings: [Quote] }]")
        func statements(_ number: Int) -> String {
            ["Ann", "Bob", "Cay"].map { "## \($0)\n\($0) says\n> Number \(number)\n> and more\n" }.joined()
        }
        #expect(proposals(statements(1), statements(2)) == nil)
    }

    @Test func leavesTablesOfContentsOut() {
        let issue = "- [Tea](#tea)\n- [Cups](#cups)\n## Tea\nprose\n"
        #expect(proposals(issue, issue) == nil)
    }

    @Test(arguments: [
        ("22.11.2026, Köln: [A](https://a.example/)", "{day}.{month}.{year}"),
        ("7 de enero de 2026, Madrid: [A](https://a.example/)", "{day} de {month} de {year}"),
        ("7 de enero | Madrid | [A](https://a.example/)", "{day} de {month}"),
        ("3. März 2026 (Wien): [A](https://a.example/)", "{day}. {month} {year}"),
        ("4 juillet, Lyon : [A](https://a.example/)", "{day} {month}"),
        ("22/11/2026, Lima: [A](https://a.example/)", "{day}/{month}/{year}"),
    ])
    func findsTheFormOfDates(item: String, format: String) {
        var proposals = SectionProposals()
        for _ in 1...2 { proposals.add("## Tee\n- \(item)\n") }
        #expect(proposals.settings?.yaml == "[{ kind: events, headings: [Tee] }]")
        #expect(proposals.dateFormats == [format])
    }

    @Test func proposesNoFormThatCouldMeanTwoDates() {
        var proposals = SectionProposals()
        for _ in 1...2 {
            proposals.add("## Tea\n- 4/5/2026, Lima: [A](https://a.example/)\n- 3 cups, [B](https://b.example/)\n")
        }
        #expect(proposals.dateFormats.isEmpty)
    }
}
