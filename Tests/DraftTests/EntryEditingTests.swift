import Newsletter
import Testing

@testable import Draft
import Text

@Suite struct EntryEditingTests {
    private func editing(_ sections: String) throws -> EntryEditing {
        EntryEditing(try Weekly.draft(sections), publication: Weekly.publication)
    }

    private let tea = "* 2026-03-10 | Ulm, DE | [A](https://a.example)\n    * [**Tea**](https://a.example/tea)\n"

    @Test(arguments: [
        ("## News\n\n* [A](https://a.example)\n\n## Jobs\n", "## News\n\n## Jobs\n"),
        ("## News\n* [A](https://a.example)\n\n## Jobs\n", "## News\n\n## Jobs\n"),
        ("## News\n\n* [A](https://a.example)\n", "## News\n"),
        ("## News\n\n* [A](https://a.example)", "## News\n"),
        (
            "## News\n\n* [B](https://b.example)\n* [A](https://a.example)\n  more\n* [C](https://c.example)\n",
            "## News\n\n* [B](https://b.example)\n* [C](https://c.example)\n"
        ),
    ])
    func takesAnEntryOut(sections: String, result: String) throws {
        let editing = try editing(sections)
        let found = try editing.entry(with: "http://www.a.example/?utm_source=x", in: nil)
        #expect(try editing.removing(found).body == result)
    }

    @Test func movesALinkWithAllItsLines() throws {
        let editing = try editing(
            "## News\n\n### Here\n\n* [video] [A](https://a.example)\n  and more\n\n### There\n- [B](https://b.example)\n"
        )
        let found = try editing.entry(with: "https://a.example", in: nil)
        #expect(
            try editing.moving(found, to: "there").body
                == "## News\n\n### Here\n\n### There\n- [B](https://b.example)\n- [video] [A](https://a.example)\n  and more\n"
        )
        #expect(try editing.moving(found, to: "Here").body.contains("### Here\n\n* [video]"))
    }

    @Test func movesAnEventIntoItsOrder() throws {
        let editing = try editing(
            "## Events\n\n### Asia\n\n\(tea)\n### Europe\n\n\(tea.replacing("-10", with: "-09"))"
                + tea.replacing("-10", with: "-11"))
        let found = try editing.entry(with: "https://a.example/tea", in: "Asia")
        #expect(
            try editing.moving(found, to: "Europe").body
                == "## Events\n\n### Asia\n\n### Europe\n\n\(tea.replacing("-10", with: "-09"))\(tea)"
                + tea.replacing("-10", with: "-11"))
    }

    @Test func movesAnEventIntoANewRegion() throws {
        let editing = try editing("## Events\n\n### Asia\n\n\(tea)")
        let found = try editing.entry(with: "https://a.example/tea", in: nil)
        #expect(
            try editing.moving(found, to: "Europe").body == "## Events\n\n### Asia\n\n### Europe\n\n\(tea)")
    }

    @Test func movesANestedEntryToTheLeftEdge() throws {
        let editing = try editing(
            "## News\n\n### Here\n\n* Tea:\n    * [A](https://a.example)\n      more\n\n### There\n")
        let found = try editing.entry(with: "https://a.example", in: nil)
        #expect(
            try editing.moving(found, to: "There").body
                == "## News\n\n### Here\n\n* Tea:\n\n### There\n\n* [A](https://a.example)\n  more\n")
    }

    @Test func refusesAnUnknownSection() throws {
        let editing = try editing("## News\n\n* [A](https://a.example)\n")
        let found = try editing.entry(with: "https://a.example", in: nil)
        let error = #expect(throws: Diagnostic.self) { try editing.moving(found, to: "Nowhere") }
        #expect(error?.summary == "the draft has no section 'Nowhere'")
    }

    @Test func asksWhichOfTwoRegions() throws {
        let editing = try editing("## Events\n\n### Asia\n\n\(tea)\n### Europe\n\n\(tea)")
        let error = #expect(throws: Diagnostic.self) { try editing.entry(with: "https://a.example/tea", in: nil) }
        #expect(
            error?.summary == "'https://a.example/tea' appears more than once: Asia (line 9), Europe (line 14)")
        #expect(error?.remedy == "Choose one with --from SECTION")
        #expect(try editing.entry(with: "https://a.example/tea", in: "europe:").entry.range.start.line == 14)
    }

    @Test func asksWhichOfTwoDays() throws {
        let editing = try editing("## Events\n\n### Asia\n\n\(tea)\(tea.replacing("-10", with: "-17"))")
        let error = #expect(throws: Diagnostic.self) { try editing.entry(with: "https://a.example/tea", in: "Asia") }
        #expect(error?.remedy == "Pass an event's day with --date, or edit the file")
        let day = CalendarDate(iso8601: "2026-03-17")
        #expect(try editing.entry(with: "https://a.example/tea", in: nil, on: day).entry.range.start.line == 11)
    }

    @Test func saysWhatIsNotThere() throws {
        let editing = try editing("## News\n\n* [A](https://a.example)\n")
        let error = #expect(throws: Diagnostic.self) { try editing.entry(with: "https://b.example", in: "News") }
        #expect(error?.summary == "no entry of the draft has the URL 'https://b.example' under 'News'")
    }
}
