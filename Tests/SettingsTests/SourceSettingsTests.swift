import Newsletter
import Settings
import Testing

@Suite struct SourceSettingsTests {
    private func sources(_ yaml: String) throws -> [SourceSettings] {
        try settings("title: W\nurl: https://example.org/\nsources:\n" + yaml).sources
    }

    @Test func keepsTheKeysForTheSource() throws {
        let source = try #require(
            try sources(
                """
                  - source: feeds
                    name: blogs
                    section: Articles
                    since: 2026-07-01
                    feeds: [https://a.example/feed, https://b.example/feed]
                    titles: { a: A, b: 1 }
                    rules:
                      - { host: a.example, score: 3 }
                      - { host: b.example }
                """
            ).first)
        #expect([source.source, source.name, source.section] == ["feeds", "blogs", "Articles"])
        var fields = source.fields
        #expect(fields.text("since") == "2026-07-01")
        #expect(fields.texts("feeds") == ["https://a.example/feed", "https://b.example/feed"])
        #expect(fields.pairs("titles").map { $0.key + $0.value } == ["aA", "b1"])
        let rules = fields.items("rules") { rule in
            rule.requiredText("host") + " \(rule.number("score", in: 0...9, default: 1))"
        }
        #expect(rules == ["a.example 3", "b.example 1"])
        try fields.finish()
    }

    @Test func gathersTheFaultsOfAllKeys() throws {
        let source = try #require(
            try sources("  - { source: x, on: perhaps, rules: [{ hots: a }], list: { a: b }, extra: 1 }\n").first)
        var fields = source.fields
        _ = fields.flag("on", default: true)
        _ = fields.items("rules") { $0.requiredText("host") }
        _ = fields.texts("list")
        let faults = #expect(throws: Diagnostics.self) { try fields.finish() }
        #expect(
            faults?.all.map(\.summary) == [
                "'x.on' must be true or false", "'x.rules[1].host' is missing", "unknown key 'hots' in 'x.rules[1]'",
                "'x.list' must be a list of texts", "unknown key 'extra' in 'x'",
            ])
    }

    @Test(arguments: [
        ("  - { name: a }\n", "1:1: error: 'sources[1].source' is missing"),
        ("  - { source: a }\n  - { source: a }\n", "5:5: error: two sources are called 'a'"),
        ("  - feeds\n", "1:1: error: 'sources[1].source' is missing"),
    ])
    func refusesWhatHasNoNameOfItsOwn(yaml: String, fault: String) {
        let found = faults("title: W\nurl: https://example.org/\nsources:\n" + yaml)
        #expect(found.contains { $0.hasPrefix("sennight.yaml:" + fault) }, "\(found)")
    }
}
