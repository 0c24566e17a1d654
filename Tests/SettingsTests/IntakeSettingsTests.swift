import Newsletter
import Testing

struct IntakeSettingsTests {
    @Test func readsWherePullRequestsAreAndHowTheyAreAnswered() throws {
        let rules = try settings(
            """
            title: Weekly
            url: https://example.org/
            intake:
              repository: tea/weekly
              branch: trunk
              api: https://forge.example/api/v3/
              rules:
                - id: no-ads
                  answer: Thank you, {author}. We print no advertisements.
            """
        ).intake
        #expect(rules.repository == "tea/weekly" && rules.branch == "trunk")
        #expect(rules.api == "https://forge.example/api/v3")
        #expect(rules.rules[0].answer(to: "anna") == "Thank you, @anna. We print no advertisements.")
        #expect(rules.rules[0].answer(to: nil) == "Thank you, friend. We print no advertisements.")
    }

    @Test func asksGitHubUnlessTold() throws {
        let rules = try settings("title: W\nurl: https://example.org/\n").intake
        #expect(rules == IntakeRules())
        #expect(rules.api == "https://api.github.com" && rules.branch == "main" && rules.repository == nil)
    }

    @Test(arguments: [
        ("repository: weekly", "'intake.repository' isn't a repository: 'weekly'"),
        ("repository: a/../b", "isn't a repository: 'a/../b'"),
        ("repository: ../b", "isn't a repository: '../b'"),
        ("api: forge", "'intake.api' isn't a web address: 'forge'"),
        (
            "rules: [{ id: a, answer: x }, { id: a, answer: y }]",
            "'intake.rules[2].id' is also the id of another rule: 'a'"
        ),
        ("rules: [{ id: a }]", "'intake.rules[1].answer' is missing"), ("repo: a/b", "unknown key 'repo' in 'intake'"),
    ]) func tellsFaults(line: String, words: String) {
        let found = faults("title: W\nurl: https://example.org/\nintake:\n  \(line)\n")
        #expect(found.contains { $0.contains(words) }, "\(found)")
    }
}
