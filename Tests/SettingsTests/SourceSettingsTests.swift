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
        let rule = SettingsMapping([
            Setting("host", .text, "H", required: true), Setting("score", .number(0...9), "S", default: 1),
        ])
        let declared = KindDeclaration(
            name: "feeds", summary: "",
            keys: SettingsMapping([
                Setting("since", .date, "S"), Setting("feeds", .list(.address), "F"),
                Setting("titles", .pairs(.text), "T"), Setting("rules", .list(.mapping(rule)), "R"),
            ]), common: SourceList.common)
        try source.read(declared.mapping) { fields in
            #expect(fields.text("since") == "2026-07-01")
            #expect(fields.texts("feeds") == ["https://a.example/feed", "https://b.example/feed"])
            #expect(fields.pairs("titles").map { $0.key + $0.value } == ["aA", "b1"])
            let rules = fields.items("rules") { "\($0.text("host")) \($0.number("score"))" }
            #expect(rules == ["a.example 3", "b.example 1"])
        }
    }

    @Test func gathersTheFaultsOfAllKeys() throws {
        let source = try #require(
            try sources("  - { source: x, on: perhaps, rules: [{ hots: a }], list: { a: b }, extra: 1 }\n").first)
        let declared = KindDeclaration(
            name: "x", summary: "",
            keys: SettingsMapping([
                Setting("on", .flag, "O"), Setting("list", .list(.text), "L"),
                Setting("rules", .list(.mapping(SettingsMapping([Setting("host", .text, "H", required: true)]))), "R"),
            ]), common: SourceList.common)
        let faults = #expect(throws: Diagnostics.self) { try source.read(declared.mapping) { _ in } }
        #expect(
            faults?.all.map(\.summary) == [
                "'x.on' must be true or false", "'x.rules[1].host' is missing", "unknown key 'hots' in 'x.rules[1]'",
                "'x.list' must be a list", "unknown key 'extra' in 'x'",
            ])
    }

    @Test(arguments: [
        ("  - { name: a }\n", "4:5: error: 'sources[1].source' is missing"),
        ("  - { source: a }\n  - { source: a }\n", "5:5: error: two sources are named 'a'"),
        ("  - feeds\n", "4:5: error: 'sources[1]' must be a mapping"),
    ])
    func refusesWhatHasNoNameOfItsOwn(yaml: String, fault: String) {
        let found = faults("title: W\nurl: https://example.org/\nsources:\n" + yaml)
        #expect(found.contains { $0.hasPrefix("sennight.yaml:" + fault) }, "\(found)")
    }
}
