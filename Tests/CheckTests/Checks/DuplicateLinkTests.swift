import Newsletter
import Testing

@testable import Check

@Suite struct DuplicateLinkTests {
    @Test func findsLinksThatStandTwice() throws {
        try Checking().expect(
            DuplicateLink.self,
            finds: "# Links\n* [A](https://www.a.org/b/)\n## More\n* [B](1️⃣http://a.org/b?utm_source=x2️⃣)\n")
    }

    @Test func hintsAtOtherPlacesOfAPage() throws {
        let findings = try Checking().findings(
            DuplicateLink.self, "# Links\n* [A](https://a.org/b#one)\n* [B](https://a.org/b#two)\n")
        #expect(findings.map(\.severity) == [.hint])
        #expect(findings.map(\.summary) == ["another part of this page is already in the issue"])
    }

    @Test func findsNewsAboutAMergedPullRequest() throws {
        let pull = "https://github.com/o/r/pull/1"
        let findings = try Checking().findings(
            DuplicateLink.self, "# Links\n* [A](\(pull))\n# Merged\n* [A](\(pull)/files)\n")
        #expect(findings.map(\.severity) == [.error])
    }

    @Test func keepsOtherKinds() throws {
        try Checking().expect(
            DuplicateLink.self,
            finds:
                "# Links\n* [A](https://a.org/b#1)\n# Events\n* 2025-06-19 | Bern, CH | [O](https://a.org/b)\n  * [E](https://a.org/b#1)\n"
        )
    }

    @Test func keepsAdvertisementsAndHintsAtTicketsAndVersions() async throws {
        let text = "# Links\n* [Tea](https://tea.org/cup) (ad)\n* [Boil](https://github.com/o/r/issues/7)\n"
        let checking = try await Checking().after(["2025-06-11": text])
        #expect(try checking.findings(DuplicateLink.self, text).map(\.severity) == [.hint])
        let pull = "https://github.com/o/r/pull/1"
        let updates = try Checking().findings(
            DuplicateLink.self,
            "# Links\n* [kettle v1.2](\(pull))\n* cup to [2.0](\(pull))\n# News\n* [pot 3.1](\(pull))\n")
        #expect(updates.map(\.severity) == [.hint, .error])
    }

    @Test func keepsDaysAndHintsAtReleases() async throws {
        let project = "https://github.com/o/r"
        let checking = try await Checking().after([
            "2025-06-11": "# Links\n* June 30: [A](https://a.org/x)\n* [tea](\(project)) [1.0](\(project)/releases/1)\n"
        ])
        let findings = try checking.findings(
            DuplicateLink.self,
            "# Links\n* June 30: [A](https://a.org/x)\n* [tea](\(project)) [2.0](\(project)/releases/2)\n")
        #expect(findings.map(\.severity) == [.hint])
        let profile = "# Links\n* [Ann](https://twitter.com/ann) asks\n"
        #expect(
            try await Checking().after(["2025-06-11": profile]).findings(DuplicateLink.self, profile).map(\.severity)
                == [.hint])
        let own = "# Links\n* [Survey](https://example.org/survey/)\n"
        #expect(try await Checking().after(["2025-06-11": own]).findings(DuplicateLink.self, own).isEmpty)
    }

    @Test func keepsAnnouncementsOfEvents() async throws {
        let text = "# Links\n* [Webinar: Tea for two](https://a.org/webinar)\n"
        let checking = try await Checking().after(["2025-06-11": text])
        #expect(try checking.findings(DuplicateLink.self, text).isEmpty)
        let recording = "# Links\n* [Tea for two: a webinar](https://a.org/webinar)\n"
        #expect(try checking.findings(DuplicateLink.self, recording).map(\.severity) == [.error])
        try Checking().expect(
            DuplicateLink.self,
            finds: "\(text)* [Webinar: Tea](1️⃣https://a.org/webinar2️⃣)\n")
    }

    @Test func hintsAtLinksBesideAnEntrysOwn() throws {
        let findings = try Checking().findings(
            DuplicateLink.self, "# Links\n* [A](https://a.org/1)\n* [B](https://b.org/1) ([more](https://a.org/1))\n")
        #expect(findings.map(\.severity) == [.hint])
        #expect(findings.map(\.range.start.line) == [7])
    }

    @Test func findsLinksOfTheLastIssues() async throws {
        let checking = try await Checking().after([
            "2025-06-11": "# Links\n* [Title](https://a.org/b)\n", "2024-01-03": "# Links\n* [Old](https://c.org/d)\n",
        ])
        var only = checking
        only.publication.lookBack = 1
        let findings = try only.findings(
            DuplicateLink.self, "# Links\n* [A](https://a.org/b)\n* [C](https://c.org/d)\n")
        #expect(findings.map(\.severity) == [.error, .hint])
        #expect(findings.map { $0.notes[0].file } == ["content/2025-06-11-weekly.md", "content/2024-01-03-weekly.md"])
        #expect(findings.map { $0.notes[0].place?.line } == [6, 6])
    }

    @Test func warnsOfWholeSitesAndForgivesEvents() async throws {
        let checking = try await Checking().after([
            "2025-06-11":
                "# Links\n* [Site](https://a.org)\n# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [E](https://e.org/1)\n"
        ])
        let findings = try checking.findings(
            DuplicateLink.self,
            "# Links\n* [Site](https://a.org/)\n# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [E](https://e.org/1)\n"
        )
        #expect(findings.map(\.severity) == [.hint])
    }

    @Test func keepsLinksToOwnHeadings() async throws {
        let text = "# Links\n* [Tea](#tea)\n* [Cups](#cups)\n# Tea\n# Cups\n"
        #expect(try await Checking().after(["2025-06-11": text]).findings(DuplicateLink.self, text).isEmpty)
    }

    @Test func keepsLinksOfEveryIssue() async throws {
        let text = "# Links\n* [All dates](https://a.org/dates)\n"
        var issues = ["2025-06-11": text, "2025-06-04": text]
        #expect(try await Checking().after(issues).findings(DuplicateLink.self, text).map(\.severity) == [.error])
        issues["2025-05-28"] = text
        #expect(try await Checking().after(issues).findings(DuplicateLink.self, text).isEmpty)
        let renamed = "# Links\n* [New dates](https://a.org/dates)\n"
        #expect(try await Checking().after(issues).findings(DuplicateLink.self, renamed).map(\.severity) == [.error])
    }
}
