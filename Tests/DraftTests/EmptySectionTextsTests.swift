import Newsletter
import Testing

@testable import Draft

@Suite struct EmptySectionTextsTests {
    private let nothing = EmptySectionTexts([EmptySectionText(section: "Approved", text: "* *Nothing was approved.*")])
    private let groups = EmptySectionTexts([
        EmptySectionText(
            section: "Testing", text: "* *No calls by\n  {groups}.*",
            groups: ["[Tea](https://tea.example)", "[Cake](https://cake.example)", "Milk"])
    ])

    private func reconciled(_ sentences: EmptySectionTexts, _ sections: String) throws -> String {
        let once = try sentences.reconciled(try Weekly.draft(sections))
        #expect(try sentences.reconciled(once).bytes == once.bytes, "twice")
        return once.body
    }

    @Test(arguments: [
        ("## Approved\n\n## Jobs\n", "## Approved\n\n* *Nothing was approved.*\n\n## Jobs\n"),
        (
            "## Approved\n\n<!-- here -->\n\n## Jobs\n",
            "## Approved\n\n<!-- here -->\n\n* *Nothing was approved.*\n\n## Jobs\n"
        ),
        ("## Approved\n- *Nothing   was\n  approved.*\n", "## Approved\n- *Nothing   was\n  approved.*\n"),
        ("## Jobs\n", "## Jobs\n"),
    ])
    func saysThatThereIsNothing(sections: String, result: String) throws {
        #expect(try reconciled(nothing, sections) == result)
    }

    @Test(arguments: [
        (
            "## Approved\n* *Nothing was approved.*\n* [A](https://a.example)\n",
            "## Approved\n* [A](https://a.example)\n"
        ),
        (
            "## Approved\n\n*Nothing was approved.*\n\n* [A](https://a.example)\n\n## Jobs\n",
            "## Approved\n\n* [A](https://a.example)\n\n## Jobs\n"
        ),
        (
            "## Approved\n\n* *Nothing was approved.*\n\n### Tools\n\n* [A](https://a.example)\n",
            "## Approved\n\n### Tools\n\n* [A](https://a.example)\n"
        ),
        // Somebody's own words are nobody's business.
        (
            "## Approved\n\nNearly nothing.\n\n* [A](https://a.example)\n",
            "## Approved\n\nNearly nothing.\n\n* [A](https://a.example)\n"
        ),
    ])
    func isSilentWhereThereIsSomething(sections: String, result: String) throws {
        #expect(try reconciled(nothing, sections) == result)
    }

    @Test func takesTheBlankLineWithItInAFileOfOtherLineEnds() throws {
        let text =
            "Title: W\r\nDate: 2026-03-04\r\n\r\n## Approved\r\n\r\n*Nothing was approved.*\r\n\r\n"
            + "* [A](https://a.example)\r\n"
        let draft = try WorkingDraft(Array(text.utf8), file: "w.md", rules: SectionRules(Weekly.publication.sections))
        #expect(try nothing.reconciled(draft).body == "## Approved\r\n\r\n* [A](https://a.example)\r\n")
    }

    @Test(arguments: [
        (
            "## Testing\n",
            "## Testing\n\n* *No calls by\n  [Tea](https://tea.example),\n"
                + "  [Cake](https://cake.example) or\n  Milk.*\n"
        ),
        (
            "## Testing\n\n### [Cake](https://other.example)\n* [A](https://a.example)\n\n* *No calls by Tea.*\n",
            "## Testing\n\n### [Cake](https://other.example)\n* [A](https://a.example)\n\n"
                + "* *No calls by\n  [Tea](https://tea.example) or\n  Milk.*\n"
        ),
        (
            "## Testing\n* *No calls by Tea.*\n### Tea\n* [A](https://a.example)\n### Cake\n* [B](https://b.example)\n",
            "## Testing\n* *No calls by\n  Milk.*\n### Tea\n* [A](https://a.example)\n### Cake\n* [B](https://b.example)\n"
        ),
        (
            "## Testing\n\n*No calls by Tea.*\n\n### Tea\n* [A](https://a.example)\n### Cake\n* [B](https://b.example)\n"
                + "### Milk\n* [C](https://c.example)\n",
            "## Testing\n\n### Tea\n* [A](https://a.example)\n### Cake\n* [B](https://b.example)\n"
                + "### Milk\n* [C](https://c.example)\n"
        ),
    ])
    func namesTheGroupsThatHaveNothing(sections: String, result: String) throws {
        #expect(try reconciled(groups, sections) == result)
    }

    @Test func writesOnlyWhatAnEditMakesTrueOrFalse() throws {
        let old = try Weekly.draft("## Approved\n\n## News\n\n* [A](https://a.example)\n")
        let edited = try Weekly.draft("## Approved\n\n## News\n")
        #expect(try nothing.reconciled(edited, after: old).body == edited.body)
        let filled = try Weekly.draft("## Approved\n\n* [A](https://a.example)\n\n## News\n")
        #expect(
            try nothing.reconciled(edited, after: filled).body
                == "## Approved\n\n* *Nothing was approved.*\n\n## News\n")
    }
}
