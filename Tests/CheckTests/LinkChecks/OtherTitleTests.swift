import Context
import Newsletter
import Testing

@testable import Check

@Suite struct OtherTitleTests {
    @Test func findsTitlesWithoutACommonWord() throws {
        let answer = LinkAnswer.page { $0.title = "Page not available" }
        let text = "# Links\n* [Faster parsers in Rust](https://example.org/page)\n"
        #expect(try Checking().summaries(OtherTitle.self, answer, to: text).count == 1)
    }

    @Test(arguments: ["A faster parser | Blog", "Parsers", "こんにちは世界の皆さん"]) func keepsOthers(title: String) throws {
        let answer = LinkAnswer.page { $0.title = title }
        let text = "# Links\n* [Faster parsers in Rust](https://example.org/page)\n"
        #expect(try Checking().summaries(OtherTitle.self, answer, to: text).isEmpty)
    }

    @Test func keepsWhatItsSharedTitleSays() throws {
        let answer = LinkAnswer.page {
            $0.title = "Example Site Online"
            $0.sharedTitle = "Faster parsers"
        }
        let text = "# Links\n* [Faster parsers in Rust](https://example.org/page)\n"
        #expect(try Checking().summaries(OtherTitle.self, answer, to: text).isEmpty)
    }
}
