import Markdown
import Newsletter
import TestKit
import Testing

@Suite struct UnrecognizedEventsTests {
    @Test func listsDatedLinesThatAreNoEvents() throws {
        let marked = MarkedText(
            "Title: T\nDate: 2025-06-18\n\n# Heading\n\n* 1️⃣2025-02-30 | Oslo, NO | [A](a)2️⃣\n* 2025-06-19 | Oslo, NO | [A](a)\n"
        )
        let section = try #require(try read(marked.text, kind: .events).issue.sections.first)
        #expect(section.unrecognized.map(\.bytes) == [try #require(marked.range("1️⃣", "2️⃣"))])
        #expect(section.unrecognized.map(\.start.line) == [6])
        #expect(section.entries.map(\.content.type) == ["prose", "event"])
        #expect(section.entries.first?.urls == ["a"])
    }

    @Test(arguments: ["* 2025-06-19 | Oslo, NO", "* 2025-06-19", "* 2025-06-19 Oslo", "* 8/4. Oslo", "* 12/18 Oslo"])
    func listsEventsThatLeadNowhere(line: String) throws {
        let section = try #require(
            try read("Title: T\nDate: 2025-06-18\n\n# Heading\n\n\(line)\n", kind: .events).issue.sections.first)
        #expect(section.unrecognized.map(\.start.line) == [6])
    }

    @Test func leavesOtherSectionsAlone() throws {
        let section = try #require(
            try read("Title: T\nDate: 2025-06-18\n\n# Heading\n\n* 2025-13-01 | [A](a)\n").issue.sections.first)
        #expect(section.unrecognized.isEmpty)
        #expect(section.entries.map(\.content) == [.link])
    }
}
