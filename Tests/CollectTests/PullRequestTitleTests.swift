import Newsletter
import Testing

@testable import Collect

@Suite struct PullRequestTitleTests {
    @Test(
        "Removes types, or turns them into components",
        arguments: [
            ("fix: stop leaking", "stop leaking", "stop leaking"),
            ("Fix: Stop leaking", "Stop leaking", "Stop leaking"),
            ("feat(parser): allow tabs", "allow tabs", "parser: allow tabs"),
            ("chore!: drop 5.9", "drop 5.9", "drop 5.9"),
            ("refactor(core)!: split it", "split it", "core: split it"),
            ("docs(guide) : typo", "docs(guide) : typo", "docs(guide) : typo"),
            ("perf( lexer ):faster", "faster", "lexer: faster"),
            ("ci(): pin", "pin", "pin"),
            ("fix: feat(ui): two", "two", "ui: two"),
            ("revert: fix(a): b", "b", "a: b"),
            ("build[deps]: bump x", "bump x", "deps: bump x"),
            // Not types.
            ("parser: allow tabs", "parser: allow tabs", "parser: allow tabs"),
            ("Fix the parser: tabs", "Fix the parser: tabs", "Fix the parser: tabs"),
            ("test::bench is slow", "test::bench is slow", "test::bench is slow"),
            ("fix:", "fix:", "fix:"),
            ("fix(parser: x", "fix(parser: x", "fix(parser: x"),
            ("", "", ""),
        ])
    func handlesTypes(title: String, removed: String, component: String) {
        #expect(PullRequestTitle(commitTypes: .remove).text(title) == removed)
        #expect(PullRequestTitle(commitTypes: .component).text(title) == component)
        #expect(PullRequestTitle(commitTypes: .keep).text(title) == title)
    }

    @Test func combinesTypesWithOtherSettings() {
        #expect(PullRequestTitle(lowersFirstWord: true).text("fix: Stop leaking") == "stop leaking")
        let prefixed = PullRequestTitle(commitTypes: .component, prefix: "tool: ")
        #expect(prefixed.text("fix(tool): stop") == "tool: stop")
        #expect(prefixed.text("fix(ui): stop") == "tool: ui: stop")
        #expect(prefixed.text("fix: tool: stop") == "tool: stop")
    }

    @Test func readsTheSetting() async throws {
        let github = SearchableGitHub([.init(repository: "o/r", number: 1, time: week.since, title: "fix(ui): stop")])
        for (setting, title) in [
            ("", "stop"), (", commit-types: remove", "stop"), (", commit-types: component", "ui: stop"),
            (", commit-types: keep", "fix(ui): stop"),
        ] {
            let source = "  - { source: github-pulls, api: \"https://g\", repositories: [o/r]\(setting) }\n"
            let result = try await collect(source) { $0.http = github.http }
            #expect(result.candidates.map(\.title) == [title])
        }
        #expect(try faults("  - { source: github-pulls, repositories: [o/r], commit-types: drop }\n").count == 1)
    }
}
