import Foundation
import Markdown
import Newsletter
import TestKit
import Testing

/// The ids of headings against those that the programs themselves made: Python-Markdown 3 (`toc`), kramdown 2.4 with
/// kramdown-parser-gfm 1.1, Hugo 0.168, Pandoc.
@Suite struct HeadingRulesTests {
    private struct Recorded: Decodable {
        var heading: String
        var ids: [String: String]

        init(from decoder: any Decoder) throws {
            ids = try decoder.singleValueContainer().decode([String: String].self)
            heading = ids["heading"] ?? ""
        }
    }

    private static func recorded() throws -> [Recorded] {
        let bytes = try TestData.bytes(at: TestData.packageRoot + "/Tests/Fixtures/heading-ids.jsonl")
        return try bytes.split(separator: UInt8(ascii: "\n")).map {
            try JSONDecoder().decode(Recorded.self, from: Data($0))
        }
    }

    /// Headings whose ids differ, and why.
    private static let exceptions: [HeadingIDRule: Set<String>] = [
        // Without letters, kramdown's GFM parser writes an empty id or none, which no link can lead to.
        .github: ["①②", "!!!"],
        // Hugo's typographer links mail addresses, and leaves the text of these links out.
        .goldmark: ["e-mail: me@example.org"],
    ]

    @Test(arguments: HeadingIDRule.allCases)
    func areThoseOfTheProgram(rule: HeadingIDRule) throws {
        let recorded = try Self.recorded()
        #expect(recorded.count > 200)
        let text = "Title: T\nDate: 2026-01-07\n\n" + recorded.map { "## \($0.heading)\n\ntext\n\n" }.joined()
        var rules = IssueRules()
        rules.headingIDs = rule
        let reader = IssueReader(rules: SectionRules([]), issueRules: rules)
        let reading = try reader.read(Array(text.utf8), file: "a.md", parts: [.sections, .body])
        let ids = reading.headings.map(\.id)
        #expect(ids.count == recorded.count)
        #expect(reading.issue.sections.filter { $0.level > 0 }.map(\.id) == ids)
        let different = zip(recorded, ids).filter { $0.ids[rule.rawValue] != $1 }
        #expect(
            Set(different.map(\.0.heading)) == Self.exceptions[rule, default: []],
            "\(different.map { "\($0.heading): \($1), not \($0.ids[rule.rawValue] ?? "")" })")
    }

    @Test(arguments: [
        ("## Events {#soon}", "<h2 id=\"soon\">Events</h2>"),
        ("## Events {: #soon .big}", "<h2 id=\"soon\" class=\"big\">Events</h2>"),
        ("## Events {: .big .new title=\"a b\"}", "<h2 id=\"events\" class=\"big new\">Events</h2>"),
        ("## Print `{:x}`", "<h2 id=\"print-x\">Print <code>{:x}</code></h2>"),
        ("## *Events* {#soon}", "<h2 id=\"soon\"><em>Events</em></h2>"),
        ("## Events { soon }", "<h2 id=\"events-soon\">Events { soon }</h2>"),
    ])
    func readsIDsInHeadings(markdown: String, html: String) throws {
        let text = "Title: T\nDate: 2026-01-07\n\n\(markdown)\n"
        let reading = try IssueReader(rules: SectionRules([])).read(Array(text.utf8), file: "a.md", parts: .body)
        #expect(String(decoding: reading.body, as: UTF8.self) == html + "\n")
    }
}
