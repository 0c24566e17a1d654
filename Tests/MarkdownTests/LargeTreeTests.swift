import Markdown
import Newsletter
import Testing

struct LargeTreeTests {
    /// Reading a finished tree takes memory beyond what parsing may take; that must not end the program.
    @Test func readsATreeThatFillsItsMemory() throws {
        let lines = String(repeating: "* [a](b) [a](b)\n", count: 67_000)
        let text = Array("Title: A\nDate: 2026-01-01\n\n\(lines)".utf8)
        let reading = try IssueReader(rules: SectionRules([])).read(text, file: "a.md")
        #expect(!reading.issue.sections.isEmpty)
    }
}
