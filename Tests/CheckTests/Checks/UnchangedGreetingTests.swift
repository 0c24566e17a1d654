import Testing

@testable import Check

@Suite struct UnchangedGreetingTests {
    private static let usual = "Welcome to another issue of the weekly.\n\n"

    private func checking() async throws -> Checking {
        try await Checking().after([
            "2025-05-28": Self.usual + "The spring is here.\n\n# Links\n",
            "2025-06-04": Self.usual + "Our meeting is in Ulm.\n\n# Links\n",
            "2025-06-11": Self.usual + "Happy birthday, Rust!\n\n# Links\n",
        ])
    }

    @Test func findsTheLastIssuesGreeting() async throws {
        try await checking().expect(
            UnchangedGreeting.self, finds: Self.usual + "1️⃣Happy birthday, Rust!2️⃣\n\n# Links\n")
    }

    @Test func keepsUsualTextsAndNewOnes() async throws {
        let checking = try await checking()
        try checking.expect(
            UnchangedGreeting.self,
            finds: Self.usual + "The spring is here.\n\nSummer is here.\n\n# Links\n\nHappy birthday, Rust!\n")
    }

    @Test func keepsWhatTheTemplateHas() async throws {
        var checking = try await checking()
        checking.template = "Title: $issue_number\n\nHappy birthday, Rust!\n\n# Links\n"
        try checking.expect(UnchangedGreeting.self, finds: "Happy birthday, Rust!\n\n# Links\n")
    }

    @Test func keepsIssuesAndDraftsAfterASingleIssue() async throws {
        let text = "Happy birthday, Rust!\n\n# Links\n"
        try await checking().expect(UnchangedGreeting.self, finds: text, file: "content/2025-06-18-weekly.md")
        try await Checking().after(["2025-06-11": text]).expect(UnchangedGreeting.self, finds: text)
    }

    @Test func findsTheLastIssuesImage() async throws {
        let checking = try await Checking().after([
            "2025-06-04": "![A crab](/images/a.png)\n\n# Links\n",
            "2025-06-11": "![A crab](/images/b.png)\n\n# Links\n",
        ])
        try checking.expect(UnchangedGreeting.self, finds: "1️⃣![A crab](/images/b.png)2️⃣\n\n# Links\n")
        try checking.expect(UnchangedGreeting.self, finds: "![A crab](/images/c.png)\n\n# Links\n")
    }
}
