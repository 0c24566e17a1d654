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

    @Test func keepsTitlesWithWordsBeforeAndFormsOfRecentOnes() async throws {
        try await Checking().after(before).expect(IssueTitle.self, finds: issue("Special edition: Weekly 604"))
        var earlier = before
        for day in 1...3 {
            let title = day == 1 ? "Weekly no. 1" : "Weekly \(day)"
            earlier["2025-05-0\(day)"] = "Title: \(title)\nDate: 2025-05-0\(day)\n\n# Links\n* a\n"
        }
        try await Checking().after(earlier).expect(IssueTitle.self, finds: issue("Weekly no. 604"))
    }

    @Test func keepsTheNextMonth() async throws {
        func text(_ date: String, _ title: String) -> String { "Title: \(title)\nDate: \(date)\n\n# Links\n* a\n" }
        let earlier = [
            "2025-05-18": text("2025-05-18", "Week Ending May 18, 2025"),
            "2025-05-25": text("2025-05-25", "Week Ending May 25, 2025"),
            "2025-06-01": text("2025-06-01", "Week Ending May 32, 2025"),
        ]
        try await Checking().after(earlier).expect(IssueTitle.self, finds: issue("Week Ending June 8, 2025"))
        try await Checking().after(earlier).expect(IssueTitle.self, finds: issue("1️⃣Week ending June 8, 20252️⃣"))
    }
}
