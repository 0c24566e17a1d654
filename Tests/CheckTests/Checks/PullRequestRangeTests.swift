import Testing

@testable import Check

@Suite struct PullRequestRangeTests {
    private func text(_ range: String) -> String {
        "# Merged\n9 pull requests were [merged][m]\n\n[m]: https://github.com/search?q=is%3Apr+is%3Amerged+merged%3A\(range)\n"
    }

    @Test func findsTheDaysOfAnotherIssue() throws {
        try Checking().expect(PullRequestRange.self, finds: text("1️⃣2025-06-03..2025-06-102️⃣"))
        try Checking().expect(PullRequestRange.self, finds: text("1️⃣2025-06-17..2025-06-102️⃣"))
        try Checking().expect(PullRequestRange.self, finds: text("1️⃣2025-06-10..2025-06-312️⃣"))
        try Checking().expect(PullRequestRange.self, finds: text("1️⃣2024-06-10..2025-06-172️⃣"))
    }

    @Test func keepsTheWeekBeforeTheIssueAndLongerGaps() async throws {
        try Checking().expect(PullRequestRange.self, finds: text("2025-06-10..2025-06-17"))
        try await Checking().after(["2025-06-04": "# Links\n* a\n"]).expect(
            PullRequestRange.self, finds: text("2025-06-03..2025-06-17"))
    }
}
