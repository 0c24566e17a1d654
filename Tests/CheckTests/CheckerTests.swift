import Archive
import Markdown
import Newsletter
import Testing

@testable import Check

@Suite struct CheckerTests {
    private let text = Array("Title: Weekly 1\nDate: 2025-06-18\n\n# Links\n* [A ](a)\n* [](https://b.org/?#)\n".utf8)

    private func findings(
        _ change: (inout CheckSettings) -> Void = { _ in }, selected: Set<String> = [], ignored: Set<String> = []
    ) throws -> [String] {
        let checker = Checker(
            CheckContext(publication: Checking(change).publication), selected: selected, ignored: ignored)
        let names: Set = ["malformed-url", "padded-link-text", "empty-link-text", "simplifiable-url"]
        return try checker.findings(in: text, file: "a.md").filter { names.contains($0.id) }.map {
            "\($0.range.start.line):\($0.range.start.column) \($0.severity) \($0.id)"
        }
    }

    @Test func tellsFindingsInTheOrderOfTheText() throws {
        #expect(
            try findings() == [
                "5:5 warning padded-link-text", "5:8 error malformed-url", "6:3 error empty-link-text",
                "6:20 warning simplifiable-url",
            ])
    }

    @Test func runsOnlyWhatIsSelected() throws {
        #expect(try findings(selected: ["malformed-url"]) == ["5:8 error malformed-url"])
    }

    @Test func leavesOutWhatIsIgnored() throws {
        #expect(
            try findings(selected: ["malformed-url", "empty-link-text"], ignored: ["malformed-url"]) == [
                "6:3 error empty-link-text"
            ])
    }

    @Test func heedsSeveritiesOfTheSettings() throws {
        #expect(
            try findings { ($0.severities, $0.off) = (["malformed-url": .hint], ["simplifiable-url"]) } == [
                "5:5 warning padded-link-text", "5:8 hint malformed-url", "6:3 error empty-link-text",
            ])
    }

    @Test func runsASelectedCheckThatIsSwitchedOff() throws {
        #expect(
            try findings({ $0.off = ["simplifiable-url"] }, selected: ["simplifiable-url"])
                == ["6:20 warning simplifiable-url"])
    }

    @Test func refusesWhatIsNoIssue() async {
        let checker = Checker(CheckContext(publication: Checking().publication))
        let results = await checker.findings(
            in: [(text, "a.md"), ([0xFF], "b.md"), (Array("Hello".utf8), "c.md")], jobs: 2)
        #expect((try? results[0].get()) != nil)
        #expect(throws: Diagnostics.self) { try results[1].get() }
        #expect(throws: Diagnostics.self) { try results[2].get() }
    }

    @Test func keepsWhatACheckTellsQuietlyQuiet() throws {
        var publication = Checking().publication
        publication.checks.severities = ["duplicate-link": .warning]
        let text = SourceText(Array("abc".utf8))
        let findings = [Finding.Severity.error, .warning, .hint].enumerated().map { index, severity in
            Finding(
                id: "duplicate-link", severity: severity, file: "a.md", range: text.range(index..<(index + 1)),
                summary: "", explanation: "", notes: [], fixes: [])
        }
        let document = try Document(
            self.text, file: "a.md", reader: IssueReader(rules: SectionRules(publication.sections)))
        let settled = CheckContext(publication: publication).settled(findings, silencedBy: Suppressions(in: document))
        #expect(settled.map(\.severity) == [.warning, .warning, .hint])
    }
}
