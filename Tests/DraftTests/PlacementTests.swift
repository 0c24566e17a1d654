import Newsletter
import Testing

@testable import Draft

@Suite struct PlacementTests {
    private func placed(_ candidate: Candidate, in sections: String) throws -> String {
        try Placement(into: try Weekly.draft(sections), publication: Weekly.publication).placing(candidate).body
    }

    private let tea = Weekly.link("Tea", "https://tea.example", in: "News")

    @Test(arguments: [
        // Only a heading, at the file's end and above another one.
        ("## News\n", "## News\n\n* [Tea](https://tea.example)\n"),
        ("## News", "## News\n\n* [Tea](https://tea.example)\n"),
        ("## News\n\n## Jobs\n", "## News\n\n* [Tea](https://tea.example)\n\n## Jobs\n"),
        ("## News\n## Jobs\n", "## News\n\n* [Tea](https://tea.example)\n\n## Jobs\n"),
        // A comment marks the place.
        (
            "## News\n\n<!-- here -->\n\nSend more!\n\n## Jobs\n",
            "## News\n\n<!-- here -->\n\n* [Tea](https://tea.example)\n\nSend more!\n\n## Jobs\n"
        ),
        (
            "## News\n<!--\nhere:\n\n* [Title](URL)\n-->\n<!-- or none -->\n## Jobs\n",
            "## News\n<!--\nhere:\n\n* [Title](URL)\n-->\n<!-- or none -->\n\n* [Tea](https://tea.example)\n\n## Jobs\n"
        ),
        // Words of the section's own.
        ("## News\n\nWhat is new:\n", "## News\n\nWhat is new:\n\n* [Tea](https://tea.example)\n"),
        (
            "## News\n\nSee [more].\n\n[more]: https://m.example\n",
            "## News\n\nSee [more].\n\n* [Tea](https://tea.example)\n\n[more]: https://m.example\n"
        ),
        (
            "## News\n\n[more]:\n  https://m.example\n\nSee [more].\n\n[new]:\n",
            "## News\n\n[more]:\n  https://m.example\n\nSee [more].\n\n[new]:\n\n* [Tea](https://tea.example)\n"
        ),
        (
            "## News\n\n```\n<!-- code -->\n```\n\n[a]: b\n",
            "## News\n\n```\n<!-- code -->\n```\n\n* [Tea](https://tea.example)\n\n[a]: b\n"
        ),
        (
            "## News\n\n* * *\n\n## Jobs\n", "## News\n\n* * *\n\n* [Tea](https://tea.example)\n\n## Jobs\n"
        ),
        ("## News\n* *Nothing.*\n\n## Jobs\n", "## News\n* *Nothing.*\n* [Tea](https://tea.example)\n\n## Jobs\n"),
    ])
    func fillsAnEmptySection(sections: String, result: String) throws {
        #expect(try placed(tea, in: sections) == result)
    }

    @Test(arguments: [
        (
            "## News\n* [A](https://a.example)\n\nSend more!\n",
            "## News\n* [A](https://a.example)\n* [Tea](https://tea.example)\n\nSend more!\n"
        ),
        ("## News\n- [A](https://a.example)", "## News\n- [A](https://a.example)\n- [Tea](https://tea.example)\n"),
        (
            "## News\n\n## Jobs\n\n- [A](https://a.example)\n",
            "## News\n\n- [Tea](https://tea.example)\n\n## Jobs\n\n- [A](https://a.example)\n"
        ),
    ])
    func goesOnWithTheList(sections: String, result: String) throws {
        #expect(try placed(tea, in: sections) == result)
    }

    @Test func endsLinesAsTheFileDoes() throws {
        let text = "Title: W\r\nDate: 2026-03-04\r\n\r\n## News\r\n\r\n## Jobs\r\n"
        let draft = try WorkingDraft(Array(text.utf8), file: "w.md", rules: SectionRules(Weekly.publication.sections))
        let placed = try Placement(into: draft, publication: Weekly.publication).placing(tea)
        #expect(placed.body == "## News\r\n\r\n* [Tea](https://tea.example)\r\n\r\n## Jobs\r\n")
    }

    @Test func sortsAnEventByDayAndPlace() throws {
        let region = """
            ## Events

            ### Europe

            * 2026-03-10 | Bonn, DE | [A](https://a.example)
                * [**A**](https://a.example/1)
            * 2026-03-10 | Ulm, DE | [B](https://b.example)
                * [**B**](https://b.example/1)
            * 2026-03-12 | Aachen, DE | [C](https://c.example)
                * [**C**](https://c.example/1)

            Send more!

            """
        for (day, place, above) in [
            ("2026-03-09", "Ulm, DE", "* 2026-03-10 | Bonn"), ("2026-03-10", "Aachen, DE", "* 2026-03-10 | Bonn"),
            ("2026-03-10", "Celle, DE", "* 2026-03-10 | Ulm"), ("2026-03-10", "Ulm, DE", "* 2026-03-12 | Aachen"),
            ("2026-03-12", "Bonn, DE", "\nSend more!"),
        ] {
            let event = try Weekly.event("Tea", "https://tea.example", on: day, in: "europe", at: place)
            let lines = "* \(day) | \(place)\n    * [**Tea**](https://tea.example)\n"
            #expect(try placed(event, in: region) == region.replacing(above, with: lines + above, maxReplacements: 1))
        }
    }

    @Test func keepsASecondPickApart() throws {
        let pick = Candidate(source: "", kind: .pick, title: "Tea", url: "https://tea.example", content: .pick)
        #expect(
            try placed(pick, in: "## Pick\n\nThis week's pick is [a](https://a.example).\n## Jobs\n")
                == "## Pick\n\nThis week's pick is [a](https://a.example).\n\nThis week's pick is [Tea](https://tea.example).\n\n## Jobs\n"
        )
    }

    @Test(arguments: [
        (Weekly.link("Tea", "javascript:alert(1)", in: "News"), "'javascript:alert(1)' isn't a web address"),
        (Weekly.link(" \n", "https://tea.example", in: "News"), "the entry has no title"),
        (Weekly.link("Tea", "https://tea.example", in: "Newss"), "the draft has no section 'Newss'"),
    ])
    func refusesWhatCannotBeAnEntry(candidate: Candidate, fault: String) throws {
        let error = #expect(throws: Diagnostic.self) { try placed(candidate, in: "## News\n") }
        #expect(error?.summary == fault)
    }
}
