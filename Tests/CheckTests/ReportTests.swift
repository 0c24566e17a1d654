import Foundation
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Check
import Text

@Suite struct ReportTests {
    private static let text = "Title: Weekly 1\nDate: 2025-06-18\n\n# Grüße 🦀\n* Ä🦀 [A ](https://a.org/?utm_source=x)\n"

    private func report(_ report: some Report, file: String = "draft/a b.md") throws -> String {
        let source = SourceText(Array(Self.text.utf8))
        let checker = Checker(
            CheckContext(publication: Checking().publication), selected: ["padded-link-text", "tracking-parameter"])
        let findings = try checker.findings(in: source.bytes, file: file)
        return report.text(findings, texts: [file: source]).text
    }

    @Test func marksTheRangeForPeople() throws {
        #expect(
            try report(TextReport(isColored: false), file: "a.md") == """
                a.md:5:12: warning: the link's text ends with a space [padded-link-text]
                  5 | * Ä🦀 [A ](https://a.org/?utm_source=x)
                    |         ^
                  The space is underlined with the link.
                  fix (--fix): Move the space out of the link

                a.md:5:29: error: the link has the tracking parameter 'utm_source' [tracking-parameter]
                  5 | * Ä🦀 [A ](https://a.org/?utm_source=x)
                    |                          ^^^^^^^^^^^^^
                  Such parameters track readers and don't change the page.
                  fix (--fix): Remove the tracking parameters


                """)
        #expect(try report(TextReport(isColored: true)).contains("\u{1B}[31merror\u{1B}[0m"))
    }

    @Test func keepsControlLettersFromTheTerminal() {
        let source = SourceText(Array("a\u{1B}[2Jb\u{202E}c\td".utf8))
        let excerpt = LineExcerpt(of: source.range(9..<10), in: source)
        #expect(excerpt.line == "a\u{FFFD}[2Jb\u{FFFD}c d")
    }

    @Test func cutsLongLinesAroundTheMarks() {
        let source = SourceText(
            Array((String(repeating: "a", count: 300) + "!" + String(repeating: "b", count: 300)).utf8))
        let excerpt = LineExcerpt(of: source.range(300..<301), in: source)
        #expect(excerpt.line == "…" + String(repeating: "a", count: 32) + "!" + String(repeating: "b", count: 35) + "…")
        #expect(excerpt.padding.count == 33 && excerpt.marks == "^")
    }

    @Test(arguments: [("a", 1), ("é", 1), ("😀", 2), ("漢", 2)])
    func cutsLinesAsLongAsAFileToTheWidthOfATerminal(letter: String, columns: Int) {
        let source = SourceText(
            Array((String(repeating: letter, count: 5000) + "!?" + String(repeating: letter, count: 5000)).utf8))
        let mark = 5000 * letter.utf8.count
        let excerpt = LineExcerpt(of: source.range(mark..<(mark + 2)), in: source)
        func letters(_ width: Int) -> String { String(repeating: letter, count: width / columns) }
        #expect(excerpt.line == "…" + letters(32) + "!?" + letters(34) + "…")
        #expect(excerpt.marks == "^^")
        let long = LineExcerpt(of: source.range(mark..<source.bytes.count), in: source)
        #expect(long.line == "…" + letters(32) + "!?" + letters(34) + "…")
        #expect(long.marks.count == 36)
    }

    @Test func tellsProgramsPlacesInBytes() throws {
        let json = try JSONSerialization.jsonObject(with: Data(report(JSONReport()).utf8)) as? [String: Any]
        let diagnostics = try #require(json?["diagnostics"] as? [[String: Any]])
        let second = try #require(diagnostics.last)
        #expect(
            Set(second.keys) == [
                "id", "severity", "file", "line", "column", "endLine", "endColumn", "summary", "explanation", "notes",
                "fixes",
            ])
        #expect(second["id"] as? String == "tracking-parameter" && second["severity"] as? String == "error")
        #expect(second["line"] as? Int == 5 && second["column"] as? Int == 29 && second["endColumn"] as? Int == 42)
        let fix = try #require((second["fixes"] as? [[String: Any]])?.first)
        #expect(fix["safe"] as? Bool == true)
        #expect((fix["splices"] as? [[String: Any]])?.first?["replacement"] as? String == "")
    }

    @Test func annotatesPullRequests() throws {
        #expect(
            try report(GitHubReport(), file: "a,b:c%.md").split(separator: "\n").first
                == "::warning file=a%2Cb%3Ac%25.md,line=5,endLine=5,col=12,endColumn=12,title=padded-link-text::the link's text ends with a space. The space is underlined with the link."
        )
    }

    @Test func letsNoTextBeginACommand() {
        let finding = Finding(
            id: "x", severity: .hint, file: "a\n::error::b", range: SourceText(Array("ab".utf8)).range(0..<1),
            summary: "one\n::stop-commands::x", explanation: "two\r\nthree", notes: [], fixes: [])
        let lines = GitHubReport().text([finding], texts: [:]).text.split(whereSeparator: \.isNewline)
        #expect(lines.count == 1 && lines[0].hasPrefix("::notice file=a%0A%3A%3Aerror%3A%3Ab,"))
    }

    @Test(arguments: HostileText.payloads)
    func printsNothingThatATerminalActsOn(payload: String) {
        // The line of the file ends where the payload has a break.
        let source = SourceText(Array(payload.utf8))
        let finding = Finding(
            id: payload, severity: .error, file: payload, range: source.range(0..<1), summary: payload,
            explanation: payload, notes: [Finding.Note(file: payload, place: nil, text: payload)],
            fixes: [Fix(payload, isSafe: true, [])])
        let reports: [any Report] = [
            TextReport(isColored: true), TextReport(isColored: false), GitHubReport(), JSONReport(),
            SARIFReport(version: "0"),
        ]
        for report in reports {
            let text = report.text([finding], texts: [payload: source]).text
            // Joiners stay in JSON.
            #expect(HostileText.controls(in: text, allowsJoiners: true) == [])
            guard report is GitHubReport else { continue }
            #expect(HostileText.commands(in: text).count == 1 && text.split(separator: "\n").count == 1)
        }
    }

    @Test(arguments: [
        ("a,\u{301}title=x", "a%2C\u{301}title=x"), (":\u{301}:", "%3A\u{301}%3A"), ("a\r\nb", "a%0D%0Ab"),
        ("%\u{301}0A", "%25\u{301}0A"),
    ])
    func escapesSignsThatCarryAnAccent(file: String, property: String) {
        let finding = Finding(
            id: "x", severity: .hint, file: file, range: SourceText(Array("ab".utf8)).range(0..<1), summary: "s",
            explanation: "e", notes: [], fixes: [])
        #expect(GitHubReport().text([finding], texts: [:]).text.hasPrefix("::notice file=\(property),line="))
    }

    @Test func countsCodePointsInSARIF() throws {
        let json =
            try JSONSerialization.jsonObject(with: Data(report(SARIFReport(version: "1.0")).utf8)) as? [String: Any]
        #expect(json?["version"] as? String == "2.1.0")
        let run = try #require((json?["runs"] as? [[String: Any]])?.first)
        #expect(run["columnKind"] as? String == "unicodeCodePoints")
        let results = try #require(run["results"] as? [[String: Any]])
        #expect(results.map { $0["level"] as? String } == ["warning", "error"])
        let location = try #require(
            (results[1]["locations"] as? [[String: Any]])?.first?["physicalLocation"] as? [String: Any])
        #expect((location["artifactLocation"] as? [String: Any])?["uri"] as? String == "draft/a%20b.md")
        let region = try #require(location["region"] as? [String: Int])
        #expect(region == ["startLine": 5, "startColumn": 25, "endLine": 5, "endColumn": 38])
        let rules = ((run["tool"] as? [String: Any])?["driver"] as? [String: Any])?["rules"] as? [[String: Any]]
        #expect(rules?.map { $0["id"] as? String } == ["padded-link-text", "tracking-parameter"])
    }
}
