import Newsletter
import Testing

@testable import Draft

@Suite struct SectionSuggestionTests {
    private let draft = "## News\n\n### Here\n\n### There\n"

    private func section(for url: String, _ issues: String, _ more: String = "") async throws -> String? {
        let archive = try await Weekly.archive(issues, more)
        return SectionSuggestion(try Weekly.draft(draft), archive: archive).section(for: Weekly.link("T", url))
    }

    @Test func followsLinksToTheSameSite() async throws {
        let old = "## News\n\n### Here:\n* [A](https://tea.example/1)\n\n### THERE\n"
        let found = try await section(
            for: "http://www.tea.example/9", old + "* [B](https://tea.example/2)\n* [C](https://tea.example/3)\n")
        #expect(found == "There")
        #expect(try await section(for: "https://tea.example/9", old) == "Here")
    }

    @Test func takesTheFirstByNameOfTwoAlike() async throws {
        let old = "## News\n\n### There\n* [A](https://tea.example/1)\n\n### Here\n* [B](https://tea.example/2)\n"
        #expect(try await section(for: "https://tea.example/9", old) == "Here")
    }

    @Test func saysNothingOfAnUnknownSiteOrAHeadingThatIsGone() async throws {
        #expect(try await section(for: "https://cake.example/", "## News\n* [A](https://tea.example/1)\n") == nil)
        #expect(
            try await section(for: "https://tea.example/", "## News\n\n### Gone\n* [A](https://tea.example/1)\n") == nil
        )
    }
}
