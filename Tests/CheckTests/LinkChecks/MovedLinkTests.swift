import Context
import Newsletter
import Testing

@testable import Check

@Suite struct MovedLinkTests {
    private static let text = "# Links\n* [A](https://example.org/page#part)\n"

    @Test func mendsLinksToPagesThatHaveMovedForGood() throws {
        let answer = LinkAnswer.redirected(301, 308, to: "https://example.org/new")
        #expect(try Checking().summaries(MovedLink.self, answer) == ["the page has moved to https://example.org/new"])
        #expect(
            try Checking().mended(MovedLink.self, answer, to: Self.text)
                == "# Links\n* [A](https://example.org/new#part)\n")
    }

    @Test func prefersTheCanonicalAddress() throws {
        var answer = LinkAnswer.redirected(301, to: "https://example.org/new?from=old")
        var page = PageFacts()
        page.canonical = "/new"
        answer.page = page
        #expect(
            try Checking().mended(MovedLink.self, answer, to: Checking.plain)
                == "# Links\n* [Some title](https://example.org/new)\n")
    }

    @Test func escapesBracketsThatWouldEndTheLink() throws {
        let answer = LinkAnswer.redirected(301, to: "https://example.org/a_(b)")
        #expect(
            try Checking().mended(MovedLink.self, answer, to: Checking.plain)
                == "# Links\n* [Some title](https://example.org/a_%28b%29)\n")
    }

    @Test func hintsAtSmallDifferences() throws {
        let answer = LinkAnswer.redirected(301, to: "https://www.example.org/page/")
        let found = try Checking().findings(MovedLink.self, answer, to: Checking.plain)
        #expect(found.map(\.finding.severity) == [.hint])
    }

    @Test func keepsWhatHasNotMovedForGood() throws {
        #expect(try Checking().summaries(MovedLink.self, .page()).isEmpty)
        let passing = LinkAnswer.redirected(301, 302, to: "https://example.org/new")
        #expect(try Checking().summaries(MovedLink.self, passing).isEmpty)
        let front = LinkAnswer.redirected(301, to: "https://example.org/")
        #expect(try Checking().summaries(MovedLink.self, front).isEmpty)
    }
}
