import Context
import Newsletter
import Testing

@testable import Check

@Suite struct OtherLanguageTests {
    @Test func asksForATag() throws {
        let answer = LinkAnswer.page { $0.language = "es-MX" }
        #expect(
            try Checking().mended(OtherLanguage.self, answer, to: Checking.plain)
                == "# Links\n* [ES] [Some title](https://example.org/page)\n")
    }

    @Test func findsATagOfAnotherLanguage() throws {
        let text = "# Links\n* [DE] [Some title](https://example.org/page)\n"
        let found = try Checking().findings(OtherLanguage.self, .page { $0.language = "nl" }, to: text)
        #expect(found.map(\.finding.severity) == [.hint])
    }

    @Test(arguments: ["en-GB", "", "x-none"]) func keepsTheOwnLanguage(language: String) throws {
        #expect(try Checking().summaries(OtherLanguage.self, .page { $0.language = language }).isEmpty)
    }

    @Test func keepsTaggedEntries() throws {
        let text = "# Links\n* [DE] [Some title](https://example.org/page)\n"
        #expect(try Checking().summaries(OtherLanguage.self, .page { $0.language = "de" }, to: text).isEmpty)
        #expect(try Checking().summaries(OtherLanguage.self, .page { $0.language = "en" }, to: text).isEmpty)
    }
}
