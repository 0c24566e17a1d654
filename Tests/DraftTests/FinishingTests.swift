import Newsletter
import Testing

@testable import Draft

@Suite struct FinishingTests {
    private func finished(_ sections: String, knowing template: String = "", _ rules: DraftRules = DraftRules()) throws
        -> Finishing.Outcome
    {
        var publication = Weekly.publication
        publication.draft = rules
        var boilerplate = Boilerplate()
        boilerplate.learn(Array("Title: T\nDate: 2026-02-25\n\n\(template)".utf8))
        return try Finishing(publication, boilerplate: boilerplate).finished(try Weekly.draft(sections))
    }

    private let link = "* [A](https://a.example)\n"

    @Test func dropsWhatStayedEmpty() throws {
        let outcome = try finished("## News\n\n### Here\n\n<!-- links -->\n\n### There\n\n\(link)\n## Pick\n")
        #expect(outcome.issue.body == "## News\n\n### There\n\n\(link)\n")
        #expect(outcome.dropped == ["Here", "Pick"])
    }

    @Test func dropsAHeadingWithAllThatIsEmptyBelowIt() throws {
        let outcome = try finished("## News\n\n### Here\n\n### There\n\n## Quote\n\n> Tea.\n\n– Ann\n")
        #expect(outcome.issue.body == "## Quote\n\n> Tea.\n\n– Ann\n")
        #expect(outcome.dropped == ["News", "Here", "There"])
    }

    @Test func dropsWordsThatStandThereEveryWeek() throws {
        let words = "Send us your tasks!\n\n[here]: https://h.example\n"
        let outcome = try finished("## Tasks\n\n\(words)", knowing: "## Tasks\n\nSend us  your\ntasks!\n")
        #expect(outcome.dropped == ["Tasks"])
    }

    @Test func keepsWordsThatSomebodyWrote() throws {
        let body = "## Tasks\n\nSend us your tasks!\n\nWe take a week off.\n"
        #expect(try finished(body, knowing: "## Tasks\n\nSend us your tasks!\n").issue.body == body)
        #expect(try finished("## Jobs\n\nSee [all](https://a.example).\n", knowing: "").dropped.isEmpty)
    }

    @Test func keepsDefinitionsThatOthersReferTo() throws {
        let outcome = try finished(
            "## News\n\n* [A][Site]\n\n## Tasks\n\n[site]: https://s.example\n[other]: https://o.example\n\n## Jobs\n\nJobs [here](https://j.example).\n"
        )
        #expect(
            outcome.issue.body
                == "## News\n\n* [A][Site]\n\n[site]: https://s.example\n\n## Jobs\n\nJobs [here](https://j.example).\n"
        )
    }

    @Test(arguments: [
        ("Hello.\n<!-- gone -->\n\n@", "Hello.\n\n@"), ("<!-- gone -->\n@", "@"), ("<!--\n\ngone\n-->\n\n@", "@"),
        ("<!-- a --> <!-- b -->\n@", "@"), ("@<!-- gone -->\n", "@"), ("@\n<!-- gone -->\n\nBye.\n", "@\nBye.\n"),
    ])
    func takesCommentsOut(draft: String, issue: String) throws {
        let outcome = try finished("## News\n\n" + draft.replacing("@", with: link))
        #expect(outcome.issue.body == "## News\n\n" + issue.replacing("@", with: link))
        #expect(outcome.comments == 1)
    }

    @Test(arguments: [
        "<!-- sennight-keep -->\n", "<!-- gone --> but this stays <!-- gone -->\n", "Code:\n\n    <!-- code -->\n",
        "```\n<!-- code -->\n```\n", "<!-- never closed\n",
    ])
    func keepsWhatIsNoCommentForContributors(text: String) throws {
        let outcome = try finished("## News\n\n\(link)\n\(text)")
        #expect(outcome.issue.body == "## News\n\n\(link)\n\(text)")
        #expect(outcome.comments == 0)
    }

    @Test func writesTheSentenceOfAnEmptySection() throws {
        var rules = DraftRules()
        rules.emptySectionTexts = [EmptySectionText(section: "Approved", text: "* *Nothing was approved.*")]
        let outcome = try finished("## Approved\n\n<!-- here -->\n", rules)
        #expect(outcome.issue.body == "## Approved\n\n* *Nothing was approved.*\n")
        #expect(outcome.dropped.isEmpty)
    }

    @Test(arguments: ["*Nothing for {groups}.*", "Nothing this week."])
    func keepsTheSentenceThatStoodInTheLastIssue(text: String) throws {
        var rules = DraftRules()
        rules.emptySectionTexts = [
            EmptySectionText(section: "Changes", text: text, groups: text.contains("{") ? ["Tea"] : [])
        ]
        let body = "## Changes\n\n\(text.replacing("{groups}", with: "Tea"))\n"
        let outcome = try finished(body, knowing: body, rules)
        #expect(outcome.issue.body == body)
        #expect(outcome.dropped.isEmpty)
    }
}
