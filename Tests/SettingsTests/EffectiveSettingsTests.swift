import Foundation
import Newsletter
import TestKit
import Testing

@testable import Settings

@Suite struct EffectiveSettingsTests {
    private let source = KindDeclaration(
        name: "posts", summary: "posts",
        keys: SettingsMapping([
            Setting("password", .secret, "P", default: "POSTS_PASSWORD"),
            Setting("least", .number(0...9), "L", default: 5),
        ]), common: SourceList.common)

    private func effective(_ yaml: String) throws -> String {
        try EffectiveSettings(kinds: [source]).yaml(of: yaml, file: "sennight.yaml")
    }

    @Test func addsDefaultsToWhatIsWritten() throws {
        let text = try effective(
            """
            title: "W: a weekly"
            url: https://example.org/
            feeds: { items: 7 }
            calendar: { every: week }
            sections:
              - { kind: links, headings: News, auto: all }
            sources:
              - { source: posts, least: 3 }
            """)
        #expect(
            text.hasPrefix("title: \"W: a weekly\"\nurl: https://example.org/\nlanguage: en\ntimezone: UTC\nfolders:\n")
        )
        #expect(
            text.contains(
                "\ncategory: \"W: a weekly\"\ncalendar:\n  every: week\nfeeds:\n  items: 7\nhome:\n  items: 10\n"))
        #expect(text.contains("\nsections:\n  - kind: links\n    headings: [News]\n    auto: all\n"))
        #expect(
            text.contains(
                "\nlook-back: 6\nevents:\n  days: 28\n  times: false\nregions:\n  - heading: Virtual\n    virtual: true\n"
            ))
        #expect(
            text.contains(
                "\nsources:\n  - source: posts\n    name: posts\n    password: POSTS_PASSWORD\n    least: 3\n"))
        // What exists only where it is written has no defaults.
        #expect(!text.contains("license:") && !text.contains("deadline:"))
    }

    @Test func hidesWhatMayBeASecretInThePlaceOfItsName() throws {
        let text = try effective(
            "title: W\nurl: https://example.org/\nsources: [{ source: posts, password: abcd-efgh-1234 }]\n")
        #expect(text.contains("password: \"(hidden)\"") && !text.contains("abcd"))
    }

    @Test(arguments: ["garden-letter", "swift-server-weekly", "this-week-in-rust"])
    func isReadAsTheSameSettings(example: String) throws {
        let yaml = try String(
            contentsOfFile: TestData.packageRoot + "/Examples/\(example)/sennight.yaml", encoding: .utf8)
        let once = try effective(yaml)
        #expect(try effective(once) == once)
        let (left, right) = (try settings(yaml), try settings(once))
        #expect(left.draft == right.draft && left.regions == right.regions && left.placeholders == right.placeholders)
        #expect(left.sections == right.sections && left.calendar == right.calendar && left.legacy == right.legacy)
        #expect(left.intake == right.intake && left.license == right.license && left.folders == right.folders)
        #expect(left.checks.rules == right.checks.rules && left.checks.off == right.checks.off)
        #expect(left.sources.map(\.name) == right.sources.map(\.name))
    }

    @Test(arguments: [
        ("a b", "a b"), ("NO", "\"NO\""), ("yes", "\"yes\""), ("", "\"\""), ("a: b", "\"a: b\""), ("- a", "\"- a\""),
        ("12", "12"), ("1.5", "\"1.5\""), ("{count}", "\"{count}\""), ("a \"b\" \\c\n", "\"a \\\"b\\\" \\\\c\\n\""),
        ("/blog/{year}/", "\"/blog/{year}/\""), ("https://a.example/?b=c", "https://a.example/?b=c"),
        ("https://a.example/#b", "\"https://a.example/#b\""), ("ä", "\"ä\""), ("\u{7}", "\"\\x07\""), ("~", "\"~\""),
    ])
    func quotesWhatYAMLWouldReadAsSomethingElse(text: String, yaml: String) throws {
        #expect(YAMLText.scalar(text) == yaml)
        let tree = try SettingsText.tree(of: "a: \(yaml)\n", file: "f")
        guard case .mapping(let members) = tree.form else { return #expect(Bool(false)) }
        #expect(members.first?.value.form == .text(text))
    }
}
