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
}
