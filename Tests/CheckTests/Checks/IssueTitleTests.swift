import Testing

@testable import Check

@Suite struct IssueTitleTests {
    private let before = [
        "2025-05-28": "# Links\n* a\n", "2025-06-04": "# Links\n* a\n", "2025-06-11": "# Links\n* a\n",
    ]

    private func issue(_ title: String) -> String { "Title: \(title)\nDate: 2025-06-18\n\n# Links\n* a\n" }

    @Test func findsATitleThatStoodBefore() async throws {
        try await Checking().after(before).expect(IssueTitle.self, finds: issue("1️⃣Weekly 6032️⃣"))
    }

    @Test func findsATitleOfAnotherMake() async throws {
        try await Checking().after(before).expect(IssueTitle.self, finds: issue("1️⃣Wekly 6042️⃣"))
    }

    @Test func keepsTheNextNumber() async throws {
        try await Checking().after(before).expect(IssueTitle.self, finds: issue("Weekly 604"))
        try Checking().expect(IssueTitle.self, finds: issue("Anything"))
    }
}
