import Context
import Newsletter
import Testing

@testable import Check

@Suite struct DeadLinkTests {
    @Test(arguments: [404, 410]) func findsPagesThatAreGone(status: Int) throws {
        #expect(try Checking().summaries(DeadLink.self, .status(status)).count == 1)
    }

    @Test func findsPagesThatBecameTheFrontPage() throws {
        let answer = LinkAnswer.redirected(302, to: "https://www.example.org/")
        #expect(try Checking().summaries(DeadLink.self, answer) == ["the link leads to the site's home page"])
    }

    @Test func keepsOthers() throws {
        #expect(try Checking().summaries(DeadLink.self, .page()).isEmpty)
        #expect(try Checking().summaries(DeadLink.self, .status(403)).isEmpty)
        let away = LinkAnswer.redirected(302, to: "https://elsewhere.example/")
        #expect(try Checking().summaries(DeadLink.self, away).isEmpty)
        let front = LinkAnswer.redirected(302, to: "https://example.org/")
        let text = "# Links\n* [Some title](https://example.org/#part)\n"
        #expect(try Checking().summaries(DeadLink.self, front, to: text).isEmpty)
    }
}
