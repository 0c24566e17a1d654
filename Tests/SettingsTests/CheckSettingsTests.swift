import Newsletter
import Testing

@testable import Settings

@Suite struct CheckSettingsTests {
    private func checks(_ yaml: String) throws -> CheckSettings {
        try SettingsReader.publication(
            from: "title: T\nurl: https://example.org/\nchecks:\n" + yaml, file: "sennight.yaml"
        ) { _ in "" }
        .checks
    }

    @Test func readsWhatAPublicationSays() throws {
        let checks = try checks(
            """
              severity: { duplicate-link: off, issue-date: hint }
              entries-per-author: 2
              tags-of-hosts: { video: [youtube.com, youtu.be] }
              place-aliases: { EN: GB }
              links: { old-after-weeks: 8, remembered-hours: 6, skip: [Slow.example] }
              rules:
                - { name: bare, severity: error, sections: [links], links: ["github.com/*/*"], summary: S, remedy: R }
            """)
        #expect(checks.off == ["duplicate-link"] && checks.severities == ["issue-date": .hint])
        #expect(checks.links.oldAfterWeeks == 8 && checks.links.rememberedHours == 6)
        #expect(checks.links.skippedHosts == ["slow.example"])
        #expect(checks.entriesPerAuthor == 2)
        #expect(checks.tagsOfHosts == ["youtube.com": "video", "youtu.be": "video"])
        #expect(checks.placeAliases == ["UK": "GB", "EN": "GB"])
        #expect(
            checks.rules == [
                LinkRule(
                    name: "bare", severity: .error, sections: ["links"], links: ["github.com/*/*"], summary: "S",
                    remedy: "R")
            ])
    }

    @Test func tellsUnknownKeysAndRulesAboutNothing() {
        func faults(_ yaml: String) -> [String] {
            do {
                _ = try checks(yaml)
                return []
            } catch {
                return (error as? Diagnostics)?.all.map(\.summary) ?? ["\(error)"]
            }
        }
        #expect(faults("  longest-mial: 3\n") == ["unknown key 'longest-mial' in 'checks'"])
        #expect(faults("  severity: { a: fatal }\n") == ["'checks.severity.a' can't be 'fatal'"])
        #expect(
            faults("  rules: [{ name: n, summary: s, remedy: r }]\n")
                == ["the rule 'n' doesn't say which links it applies to"])
    }
}
