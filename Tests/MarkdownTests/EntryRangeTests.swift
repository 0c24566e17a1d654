import Markdown
import Newsletter
import TestKit
import Testing

/// Where entries stand in the file: what every edit relies on.
@Suite struct EntryRangeTests {
    @Test(arguments: [
        "1️⃣* [a](a)2️⃣\n* [b](b)\n", "* [b](b)\n1️⃣* [a](a)\n  more of it2️⃣\n\n", "1️⃣* [a](a)\n    * [n](n)2️⃣\n", "1️⃣1. [a](a)2️⃣",
        "  1️⃣- [a](a)2️⃣  \n", "* Outer\n    1️⃣* [a](a)2️⃣\n", "1️⃣[a](a)2️⃣\n", "* [é](u)\n1️⃣* [a](a) ü2️⃣\n",
        "1️⃣* [a](a)2️⃣\r\n* [b](b)\r\n",
        "* [b](b)\r1️⃣* [a](a)2️⃣\r* [c](c)\n",
    ])
    func pointsAtTheItem(text: String) throws {
        let marked = MarkedText("Title: T\nDate: 2025-06-18\n\n# Heading\n" + text)
        let entries = try #require(try read(marked.text).issue.sections.first).entries
        let entry = try #require(entries.first { $0.url == "a" })
        #expect(entry.range.bytes == marked.range("1️⃣", "2️⃣"))
    }

    @Test func countsColumnsInBytes() throws {
        let entry = try #require(try entries(.links, "* Ä\n  * [é](u)\n").last)
        #expect(entry.range.start == SourceLocation(line: 7, column: 3))
        #expect(entry.range.end == SourceLocation(line: 7, column: 11))
    }

    /// The C parser gives such a paragraph no place.
    @Test func pointsAtTextThatATableFollows() throws {
        let marked = MarkedText(
            "Title: T\nDate: 2025-06-18\n\n# Heading\n\n1️⃣See [x](u)\nand more2️⃣\n3️⃣| [a](a) |\n|---|4️⃣\n\n5️⃣Then [y](v)6️⃣\n7️⃣| b |\n|---|\n| c |8️⃣\n"
        )
        let entries = try #require(try read(marked.text).issue.sections.first).entries
        #expect(entries.map(\.urls) == [["u"], ["a"], ["v"], []])
        let ranges = [("1️⃣", "2️⃣"), ("3️⃣", "4️⃣"), ("5️⃣", "6️⃣"), ("7️⃣", "8️⃣")].map { marked.range($0, $1) }
        #expect(entries.map(\.range.bytes) == ranges)
    }

    /// The C parser has such a heading end with the line behind it.
    @Test func pointsAtAnUnderlinedHeading() throws {
        let marked = MarkedText("Title: T\nDate: 2025-06-18\n\n1️⃣[Head](h)\n---2️⃣\n3️⃣text4️⃣\n")
        let entries = try #require(try read(marked.text).issue.sections.first).entries
        #expect(entries.map(\.range.bytes) == [marked.range("1️⃣", "2️⃣"), marked.range("3️⃣", "4️⃣")])
    }
}
