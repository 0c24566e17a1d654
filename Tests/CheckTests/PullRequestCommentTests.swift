import Newsletter
import Testing

@testable import Check
import Text

/// What stands below a pull request is made of a stranger's words.
@Suite struct PullRequestCommentTests {
    private func report(_ summary: String, count: Int = 1) throws -> StoredReport {
        let quoted = summary.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
        let item = #"{"id":"a-check","severity":"error","file":"draft/7.md","line":12,"summary":"\#(quoted)"}"#
        let items = [String](repeating: item, count: count).joined(separator: ",")
        return try StoredReport(Array(#"{"diagnostics":[\#(items)]}"#.utf8), file: "report.json")
    }

    @Test func listsWhatWasFound() throws {
        #expect(
            PullRequestComment.text(try report("a bracket is missing")) == """
                <!-- sennight: checks -->
                The checks find one problem in what this pull request adds:

                * error in ` draft/7.md:12 `: ` a bracket is missing ` (` a-check `)

                The check's log says how to fix each one; `sennight check --fix` fixes what is safe.

                """)
    }

    @Test(
        "Shows a stranger's words as code",
        arguments: [
            "@everybody", "<img src=x>", "[a](https://evil.example)", "a\n\n# b", "``` a", "`", "", "a\u{202E}b",
        ])
    func showsStrangersWordsAsCode(words: String) throws {
        let code = PullRequestComment.code(words)
        let fence = code.prefix { $0 == "`" }
        let inner = code.dropFirst(fence.count).dropLast(fence.count)
        #expect(!inner.contains("\n") && !inner.contains("\u{202E}"))
        #expect(code.hasSuffix(fence) && !inner.split { $0 != "`" }.contains(fence))
        #expect(inner.first == " " && inner.last == " ")
    }

    @Test func cutsWhatIsTooLong() throws {
        let text = PullRequestComment.text(try report(String(repeating: "é", count: 2_000), count: 400))
        #expect(text.utf8.count < 65_536 && text.contains("* and 350 more\n"))
    }

    @Test func saysWhenAllIsMended() throws {
        let text = PullRequestComment.text(try report("", count: 0))
        #expect(text == "<!-- sennight: checks -->\nThe checks don't find any more problems. Thank you!\n")
    }

    @Test("Refuses what is no report", arguments: ["", "[]", "{}", #"{"diagnostics":[{"id":1}]}"#, "\u{0}"])
    func refusesWhatIsNoReport(text: String) {
        #expect(throws: Diagnostic.self) { try StoredReport(Array(text.utf8), file: "report.json") }
    }

    @Test func readsWhatTheReportWrites() throws {
        let findings = try Checking().findings(PaddedLinkText.self, "# Links\n* [A ](https://a.org)\n")
        let report = try StoredReport(Array(JSONReport().text(findings, texts: [:]).text.utf8), file: "report.json")
        #expect(report.diagnostics.map(\.id) == ["padded-link-text"])
    }
}
