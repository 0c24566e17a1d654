import Markdown
import Newsletter
import Testing

@testable import Check

@Suite struct DocumentLinesTests {
    private func kinds(_ text: String) throws -> [Line.Kind] {
        let bytes = Array((Checking.header + text).utf8)
        return try Document(bytes, file: "draft/1.md", reader: IssueReader(rules: SectionRules([]))).lines
            .drop { $0.kind == .header }.map(\.kind).drop { $0 == .blank }.map { $0 }
    }

    @Test func saysWhatCommonMarkSays() throws {
        #expect(try kinds("* a\n* * *\n") == [.item, .rule])
        #expect(try kinds("``` a`b\n# c\n") == [.text, .heading(level: 1)])
        #expect(try kinds("```\n``` c\n```\n") == [.code, .code, .code])
        #expect(try kinds("* ```\n  # a\n  ```\n") == [.item, .code, .code])
        #expect(try kinds("* a\n  <!-- b\nc\n") == [.item, .comment, .text])
        #expect(try kinds("[a]:\n\n[a]:\nb\n") == [.text, .blank, .definition, .definition])
        #expect(try kinds("a\n    # b\n") == [.text, .text])
        #expect(try kinds("> a\n> ```\n> # b\n") == [.quote, .code, .code])
        #expect(try kinds("a | b\n--|--\n\n| a\n") == [.table, .table, .blank, .text])
    }

    @Test func takesWhatIsIndentedTooFarInAListAsItIsMeant() throws {
        #expect(try kinds("* a\n      * b\n      ## c\n") == [.item, .item, .heading(level: 2)])
        #expect(try kinds("a\n\n      * b\n") == [.text, .blank, .code])
    }

    @Test func takesUnknownTagsForText() throws {
        #expect(try kinds("<T>\nb\n\n<span>\nb\n") == [.text, .text, .blank, .html, .html])
        #expect(try kinds("*\n  <T>\n\n<T>\n") == [.item, .text, .blank, .text])
    }

    @Test func readsDefinitionsOverSeveralLines() throws {
        let bytes = Array((Checking.header + "[a]:\n  <https://a.example>\n  'A'\n").utf8)
        let document = try Document(bytes, file: "draft/1.md", reader: IssueReader(rules: SectionRules([])))
        #expect(document.definitions.map { document.text($0.url) } == ["https://a.example"])
        #expect(document.definitions.map(\.label) == ["a"])
    }
}
