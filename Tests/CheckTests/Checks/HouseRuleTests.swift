import Newsletter
import Testing

@testable import Check

@Suite struct HouseRuleTests {
    private func checking(_ rule: LinkRule) -> Checking { Checking { $0.rules = [rule] } }

    @Test func findsLinksThatARuleDoesNotWant() throws {
        let rule = LinkRule(
            name: "bare", severity: .error, sections: ["links"], links: ["github.com/*/*"],
            except: ["github.com/*/awesome-*"],
            summary: "a repository alone", remedy: "Link to a post.")
        let text =
            "# Links\n* [A](1️⃣https://www.github.com/o/r/2️⃣)\n* [B](https://github.com/o/r/releases)\n* [C](https://github.com/o/awesome-c)\n# Merged\n* [D](https://github.com/o/d)\n"
        try checking(rule).expect(HouseRule.self, finds: text)
        let finding = try #require(
            try checking(rule).findings(HouseRule.self, "# Links\n* [A](https://github.com/o/r)\n").first)
        #expect(finding.summary == "a repository alone" && finding.severity == .error)
        #expect(finding.explanation == "Link to a post. (Rule 'bare'.)")
    }

    @Test func findsOutsidersInAClosedSection() throws {
        let rule = LinkRule(
            name: "closed", sections: ["Foundation"], only: ["rustfoundation.org/**", "*.rust-lang.org/**"],
            summary: "only the foundation's own", remedy: "Move it.")
        try checking(rule).expect(
            HouseRule.self,
            finds:
                "# Links\n* [A](https://a.org)\n## Foundation\n* [B](https://rustfoundation.org/media/b)\n* [C](https://blog.rust-lang.org)\n* [D](1️⃣https://d.org2️⃣)\n"
        )
    }
}
