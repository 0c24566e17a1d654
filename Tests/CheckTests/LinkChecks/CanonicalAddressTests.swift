import Context
import Newsletter
import Testing

@testable import Check

@Suite struct CanonicalAddressTests {
    @Test func mendsLinksToCopies() throws {
        let text = "# Links\n* [A](https://m.example.org/page?print=1)\n"
        let answer = LinkAnswer.page("https://m.example.org/page?print=1") { $0.canonical = "https://example.org/page" }
        #expect(
            try Checking().mended(CanonicalAddress.self, answer, to: text)
                == "# Links\n* [A](https://example.org/page)\n")
    }

    @Test(arguments: [
        "https://example.org/", "https://elsewhere.example/page", "https://example.org/page/", "page", "http://[",
    ]) func keepsOthers(canonical: String) throws {
        let answer = LinkAnswer.page { $0.canonical = canonical }
        #expect(try Checking().summaries(CanonicalAddress.self, answer).isEmpty)
    }
}
