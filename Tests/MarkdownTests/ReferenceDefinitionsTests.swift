import Newsletter
import Testing

@testable import Markdown

@Suite struct ReferenceDefinitionsTests {
    @Test func blanksAllButTheLastDefinition() {
        #expect(kept("[a]: one\ntext\n\n[A]: two\n[b]: three\n") == "        \ntext\n\n[A]: two\n[b]: three\n")
        #expect(kept("[a b]: one\r\n[A  B]: two\r\n") == "          \r\n[A  B]: two\r\n")
        #expect(kept("[a]:\none\n\n* b\n\n  [a]: two\n") == "    \n   \n\n* b\n\n  [a]: two\n")
        #expect(kept("``` a`b\n\n[a]: one\n[a]: two\n") == "``` a`b\n\n        \n[a]: two\n")
    }

    @Test(arguments: [
        "[a]: one\n[b]: two\n", "[a]: one\n\n```\n[a]: two\n```\n", "[a]: one\n\ntext\n[a]: two\n",
        "[a]: one\n\n    [a]: code\n", "[a]: one\n[a]:\n", "[a]: one\n\n[a]: two words\n",
        "[^a]: one\n[^a]: two\n",
        "[a]: one\n\n<!--\n[a]: two\n-->\n", "", "[", "[]: x\n[]: y\n",
    ])
    func leavesOtherTextAlone(text: String) {
        #expect(kept(text) == nil)
    }

    @Test func makesTheLastOneWinOnThePage() throws {
        let reading = try read(
            "Title: T\nDate: 2025-06-18\n\n# Heading\n* [x][a]\n\n[a]: one\n[a]: two\n", parts: [.sections, .body])
        #expect(reading.issue.sections.flatMap(\.entries).map(\.url) == ["two"])
        #expect(String(decoding: reading.body, as: UTF8.self).contains("<a href=\"two\">x</a>"))
    }

    private func kept(_ text: String) -> String? {
        let bytes = ReferenceDefinitions.keepingLast(SourceText(Array("Title: T\n\n\(text)".utf8)), fromLine: 3)
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }
}
