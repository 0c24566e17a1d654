import Newsletter
import Testing

@testable import Settings

@Suite struct SectionSettingsTests {
    private func sections(_ rules: String) throws -> [SectionRule] {
        let text = """
            title: T
            url: https://t.example/
            sources: [ { source: feeds, name: blogs } ]
            sections:
            \(rules)
            """
        return try SettingsReader.publication(from: text, file: "s.yaml") { _ in "" }.sections
    }

    @Test func readsWhatGoesInByItself() throws {
        let rules = try sections(
            """
              - { kind: links, headings: [A], auto: all }
              - { kind: links, headings: [B], auto: { sources: [blogs], best: 5, least: 3 } }
              - { kind: links, headings: [C] }
            """)
        #expect(rules.map(\.auto) == [AutoRule(), AutoRule(sources: ["blogs"], best: 5, least: 3), nil])
    }

    @Test func readsTheSentenceOfATotal() throws {
        let rules = try sections(
            "  - kind: pull-requests\n    headings: [A]\n    total: |\n      {count} were [merged][m]\n\n      [m]: {url}\n"
        )
        #expect(rules.map(\.total) == ["{count} were [merged][m]\n\n[m]: {url}"])
    }

    @Test(arguments: [
        (
            "auto: some",
            "5:41: error: 'sections[1].auto' must be 'all' or a mapping. Write 'auto: all' or 'auto: { sources: … }'"
        ),
        ("auto: { bst: 5 }", "unknown key 'bst' in 'sections[1].auto'. Did you mean 'best'?"),
        ("auto: { best: 0 }", "must be a number from 1 to 10000"),
        (
            "auto: { sources: [blog] }",
            "'sections[1].auto.sources' names an unknown source: 'blog'. Did you mean 'blogs'?"
        ),
        ("total: merged", "'sections[1].total' has no '{count}'. Write '{count}' in place of the number"),
    ])
    func namesTheFault(keys: String, fault: String) {
        let faults = #expect(throws: Diagnostics.self) { try sections("  - { kind: links, headings: [A], \(keys) }") }
        #expect(faults?.all.count == 1)
        #expect(faults?.description.contains(fault) == true, "\(faults?.description ?? "")")
    }
}
