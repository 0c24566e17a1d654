import Newsletter
import Testing

@testable import Draft
import Text

@Suite struct DrafterTests {
    private func draft(
        template: String?, last: WorkingDraft?, earlier: [WorkingDraft] = [],
        _ change: (inout Publication) -> Void = { _ in }
    ) throws -> String {
        var publication = Weekly.publication
        change(&publication)
        let day = try #require(CalendarDate(iso8601: "2026-03-11"))
        let next = try NextIssue(after: [], calendar: nil, date: day, today: day)
        return try String(
            decoding: Drafter(publication).draft(
                next, template: template, last: last, earlier: earlier, file: "draft/8.md"
            ).bytes, as: UTF8.self)
    }

    private func event(_ date: String, _ name: String) -> String {
        "* \(date) | Ulm, DE | [A](https://a.example)\n    * [**\(name)**](https://a.example/\(name))\n"
    }

    private let header = "Title: W $issue_number\nNumber: $issue_number\nDate: $issue_date\n\n"

    @Test func fillsTheTemplate() throws {
        let text = try draft(
            template: header
                + "## News\n\n$issue_date to $events_end_date\n\n[Jobs]($jobs_url) [Talk]($discuss_url) [x](XX)\n\n$editors\n",
            last: nil
        ) {
            $0.eventDays = 7
            $0.placeholders = ["XX": .discuss]
            $0.people = [
                Person(name: "Ann [A]", url: "https://ann.example", sections: []),
                Person(name: "Bob", url: nil, sections: []),
            ]
        }
        #expect(
            text == """
                Title: W 1
                Number: 1
                Date: 2026-03-11

                ## News

                2026-03-11 to 2026-03-18

                [Jobs](https://weekly.example/jobs/) [Talk](https://weekly.example/issues/1/discuss/) \
                [x](https://weekly.example/issues/1/discuss/)

                * [Ann \\[A\\]](https://ann.example)
                * Bob

                """)
    }

    @Test func carriesOverTheEventsThatAreStillToCome() throws {
        let past = event("2026-03-10", "past")
        let lasting = event("2026-03-09 - 2026-03-11", "lasting")
        let today = event("2026-03-11", "today").replacing("    * [**", with: "  with cake\n    * [**")
        let (end, beyond) = (event("2026-04-08", "end"), event("2026-04-09", "beyond"))
        let last = try Weekly.draft(
            "## Events\n\n### Oceania\n\n\(end)\(today)\n### Virtual\n\n\(past)\(lasting)\n### Asia\n\n\(beyond)")
        let carried = "### Virtual\n\n\(lasting)\n### Oceania\n\n\(today)\(end)"
        #expect(
            try draft(template: header + "## Events\n\n$events_list\n\nBye!\n", last: last)
                .hasSuffix("\n\n## Events\n\n\(carried)\nBye!\n"))
        // A template that does not say where has them in its regions, which are opened.
        #expect(
            try draft(template: header + "## Events\n\nAll:\n\n### Virtual\n\nBye!\n", last: last)
                .hasSuffix("\n\n## Events\n\nAll:\n\n### Virtual\n\nBye!\n\n\(lasting)\n### Oceania\n\n\(today)\(end)"))
    }

    @Test func carriesOverEventsWithoutARegion() throws {
        let tea = event("2026-03-12", "tea")
        let last = try Weekly.draft("## Events\n\n\(tea)")
        #expect(
            try draft(template: header + "## Events\n\n$events_list\n", last: last).hasSuffix("\n\n## Events\n\n\(tea)")
        )
        #expect(try draft(template: nil, last: last).hasSuffix("\n\n## Events\n\n\(tea)\n"))
    }

    @Test func carriesOverOpenCallsForSpeakers() throws {
        let open = "* [**Open**](https://o.example) | 2026-03-11 | Ulm, DE | 2026-06-01\n"
        let last = try Weekly.draft(
            "## Speakers\n\n* [**Closed**](https://c.example) | 2026-03-10 | Ulm, DE | 2026-06-01\n\(open)\n"
                + "## Tasks\n\n* [T](https://t.example)\n")
        #expect(
            try draft(template: header + "## Speakers\n\n<!-- here -->\n\n## Tasks\n", last: last)
                .hasSuffix("\n\n## Speakers\n\n<!-- here -->\n\n\(open)\n## Tasks\n"))
        // The heading has another name now.
        let rule = SectionRule(kind: .participation, calls: .event, headings: ["Calls"])
        #expect(
            try draft(template: header + "## Calls\n", last: last) { $0.sections.append(rule) }
                .hasSuffix("\n\n## Calls\n\n\(open)"))
        #expect(try draft(template: header + "## Jobs\n", last: last).hasSuffix("\n\n## Jobs\n"))
    }

    @Test func saysWhatThereIsNot() throws {
        let text = try draft(template: header + "## Approved\n\n<!-- here -->\n", last: nil) {
            $0.draft.emptySectionTexts = [EmptySectionText(section: "Approved", text: "* *Nothing.*")]
        }
        #expect(text.hasSuffix("## Approved\n\n<!-- here -->\n\n* *Nothing.*\n"))
    }

    @Test func takesTheHeadingsOfTheLastIssueWithoutATemplate() throws {
        let last = try WorkingDraft(
            Array(
                """
                Title: Letter 7 of 2026-07
                Number: 7
                Date: 2026-03-04
                Category: Letters

                Hello!

                ## News

                * [A](https://a.example)

                ## [Approved](https://approved.example)

                ## Events

                ### Virtual

                \(event("2026-03-12", "tea"))
                ### Europe

                \(event("2026-03-05", "past"))
                ## Quote

                > Tea.
                """.utf8), file: "7.md", rules: SectionRules(Weekly.publication.sections))
        #expect(
            try draft(template: nil, last: last) == """
                Title: Letter 1 of 2026-07
                Number: 1
                Date: 2026-03-11
                Category: Letters

                ## News

                ## [Approved](https://approved.example)

                ## Events

                ### Virtual

                \(event("2026-03-12", "tea"))
                ## Quote


                """)
    }

    @Test func keepsWhatEveryIssueHasWithoutATemplate() throws {
        func issue(_ number: Int, _ body: String) throws -> WorkingDraft {
            let text = "Title: Letter \(number)\nNumber: \(number)\nDate: 2026-03-0\(number)\n\n\(body)"
            return try WorkingDraft(
                Array(text.utf8), file: "\(number).md", rules: SectionRules(Weekly.publication.sections))
        }
        let earlier = try [
            issue(
                3, "Hello, and happy new year!\n\nSend us links.\n\n## News\n\nSend news, too.\n\n## Quote\n\n> Tea.\n"),
            issue(2, "Hello!\n\n## News\n\n* [B](https://b.example)\n\n## Events\n\n## Our picnic\n\n## Quote\n"),
        ]
        let last = try issue(
            4,
            "![A cat](cat.png)\n\nHello, spring!\n\nSend us links.\n\n## News\n\nSend news, too.\n\n* [A](https://a.example)\n"
        )
        // The picture and the greeting are this issue's own; events and quotes were only missing in it.
        #expect(
            try draft(template: nil, last: last, earlier: earlier) == """
                Title: Letter 1
                Number: 1
                Date: 2026-03-11

                Send us links.

                ## News

                Send news, too.

                ## Events

                ## Quote


                """)
    }

    @Test func needsATemplateOrAnIssue() throws {
        let error = #expect(throws: Diagnostic.self) { try draft(template: nil, last: nil) }
        #expect(error?.summary == "there is no template, and no earlier issue whose headings could be used")
    }

    @Test func namesTheFile() throws {
        var publication = Weekly.publication
        publication.draft.file = "{number}-{date}-{slug}.md"
        let day = try #require(CalendarDate(iso8601: "2026-03-11"))
        let next = try NextIssue(after: [], calendar: nil, date: day, today: day)
        #expect(Drafter(publication).fileName(next) == "1-2026-03-11-weekly.md")
    }
}
