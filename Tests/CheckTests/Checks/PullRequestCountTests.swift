import Testing

@testable import Check

@Suite struct PullRequestCountTests {
    private func text(_ count: String) -> String {
        "# Merged\n\(count) were [merged in the last week][m]\n\n[m]: https://github.com/search?q=is%3Apr+merged%3A2025-06-10..2025-06-17\n\n* [A](https://github.com/o/r/pull/1)\n* [B](https://github.com/o/r/pull/2)\n"
    }

    @Test func findsACountSmallerThanTheList() throws {
        try Checking().expect(PullRequestCount.self, finds: text("1️⃣12️⃣ pull requests"))
    }

    @Test func findsAMissingCount() throws {
        try Checking().expect(PullRequestCount.self, finds: text("Many 1️⃣pull requests2️⃣"))
    }

    @Test func keepsCountsThatCanBe() throws {
        try Checking().expect(PullRequestCount.self, finds: text("1,234 (!) pull requests"))
    }
}
