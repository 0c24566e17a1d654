import Markdown
import Newsletter
import Testing

/// What cannot be an issue: one diagnostic for each fault, with its place.
@Suite struct RefusedIssuesTests {
    @Test(arguments: [
        ("Date: 2025-06-18\n", ["1:1: error: the issue has no title. Write a line 'Title: …' at the top"]),
        ("Title: A\n", ["1:1: error: the issue has no date. Write a line 'Date: YYYY-MM-DD' at the top"]),
        (
            "Title: A\nDate: 2025-02-29\n",
            ["2:1: error: '2025-02-29' isn't a date. Write the date as YYYY-MM-DD"]
        ),
        (
            "Title: A\nNumber: 1\nDate: 18 June 2025\n",
            ["3:1: error: '18 June 2025' isn't a date. Write the date as YYYY-MM-DD"]
        ),
        (
            "Title: A\nDate: 2025-06-181\n",
            ["2:1: error: '2025-06-181' isn't a date. Write the date as YYYY-MM-DD"]
        ),
        (
            "Title:\nDate:\n",
            [
                "1:1: error: the issue has no title. Write a line 'Title: …' at the top",
                "2:1: error: '' isn't a date. Write the date as YYYY-MM-DD",
            ]
        ),
        (
            "",
            [
                "1:1: error: the issue has no title. Write a line 'Title: …' at the top",
                "1:1: error: the issue has no date. Write a line 'Date: YYYY-MM-DD' at the top",
            ]
        ),
        (
            "# No header\n",
            [
                "1:1: error: the issue has no date. Write a line 'Date: YYYY-MM-DD' at the top"
            ]
        ),
    ])
    func namesTheFaultsOfTheHeader(text: String, expected: [String]) {
        #expect(faults(of: Array(text.utf8)) == expected.map { "a.md:" + $0 })
    }

    @Test(
        arguments: [
            ([0xFF], "4:3: error: a byte here isn't UTF-8. Save the file as UTF-8"),
            ([0xC3], "4:3: error: a byte here isn't UTF-8. Save the file as UTF-8"),
            ([0xED, 0xA0, 0x80], "4:3: error: a byte here isn't UTF-8. Save the file as UTF-8"),
            ([0xF4, 0x90, 0x80, 0x80], "4:3: error: a byte here isn't UTF-8. Save the file as UTF-8"),
            ([0xC0, 0x80], "4:3: error: a byte here isn't UTF-8. Save the file as UTF-8"),
            ([0x00], "4:3: error: the text contains a NUL byte. Remove the byte"),
        ] as [([UInt8], String)])
    func namesTheByteThatIsNoText(bytes: [UInt8], fault: String) {
        #expect(
            faults(of: Array("Title: A\nDate: 2025-06-18\n\nab".utf8) + bytes + Array("c\n".utf8)) == ["a.md:" + fault])
        #expect(faults(of: Array("Title: A\nDate: 2025-06-18\n\nab".utf8) + bytes) == ["a.md:" + fault])
    }

    @Test(arguments: [">", "* ", "[", "*a **b ", "![", "> * "])
    func refusesNoWorseThanOnceWhatIsNestedDeep(mark: String) {
        let deep = "Title: A\nDate: 2025-06-18\n\ntext\n\n" + String(repeating: mark, count: 100_000) + "x\n"
        let found = faults(of: Array(deep.utf8))
        // Brackets and stars that open nothing are text and nest nothing.
        if mark.contains(">") || mark == "* " {
            #expect(found == ["a.md:6:1: error: more than 200 levels of nesting. Split the list or quotation"])
        } else {
            #expect(found.count <= 1)
        }
    }

    @Test func takesAsMuchNestingAsAnybodyWrites() {
        #expect(
            faults(of: Array(("Title: A\nDate: 2025-06-18\n\n" + String(repeating: "> ", count: 150) + "x\n").utf8))
                == [])
    }

    @Test func saysHowLargeAFileIs() {
        #expect(
            "\(IssueReader.tooLarge(100 << 20, file: "a.md"))"
                == "a.md: error: the file has 100 MB, but an issue can't have more than 16. Move the file out of the folder of issues"
        )
    }

    private func faults(of bytes: [UInt8]) -> [String] {
        do {
            _ = try IssueReader(rules: SectionRules([])).read(bytes, file: "a.md", parts: [.sections, .body])
            return []
        } catch {
            return error.all.map(\.description)
        }
    }
}
