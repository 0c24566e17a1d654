import TestKit
import Testing

@Suite struct SortCommandTests {
    @Test func sortsOnce() async throws {
        let early = "* 2999-03-11 | Bonn, DE | [B](https://b.example)\n    * [**B**](https://b.example/1)\n"
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("\n## Approved", with: "\(early)\n### Asia\n\n\(early)\n## Approved"))
        let first = await weekly.sennight("sort")
        #expect((first.status, first.errors, first.output) == (0, "Sorted.\n", "draft/7.md\n"))
        let body = try weekly.body
        #expect(body.contains("## Events\n\n### Asia\n\n\(early)\n### Europe\n\n\(early)* 2999-03-12 | Ulm"))
        let second = await weekly.sennight("sort")
        #expect((second.status, second.errors) == (0, "Already sorted.\n"))
        #expect(try weekly.body == body)
    }
}
