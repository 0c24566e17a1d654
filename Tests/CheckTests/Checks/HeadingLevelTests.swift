import Testing

@testable import Check

@Suite struct HeadingLevelTests {
    @Test func findsJumps() throws {
        try Checking().expect(HeadingLevel.self, finds: "# A\n1️⃣###2️⃣ B\n## C\n### D\n# E\n3️⃣#####4️⃣ F\n")
    }

    @Test func keepsStepsAndReturns() throws {
        try Checking().expect(HeadingLevel.self, finds: "### A\n#### B\n# C\n## D\n\n```\n##### no heading\n```\n")
    }

    private func checking(_ text: String) async throws -> Checking {
        try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
    }

    @Test func keepsTheLayoutOfTheLastIssues() async throws {
        let text = "## Merged\n#### Compiler\na\n#### Library\nb\n"
        try await checking(text).expect(HeadingLevel.self, finds: text + "# Jobs\n1️⃣###2️⃣ Other\nc\n")
    }

    @Test func findsAHeadingThatIsOneLevelOff() async throws {
        let text = "## A\n### B\na\n### C\nb\n## D\n### E\nc\n"
        let checking = try await checking(text)
        try checking.expect(HeadingLevel.self, finds: text.replacing("### C", with: "1️⃣##2️⃣ C"))
        #expect(try checking.mended(HeadingLevel.self, text.replacing("### C", with: "## C")) == text)
    }

    @Test func keepsANewLayoutAndTheSameTitleElsewhere() async throws {
        let text = "## A\n### B\na\n### C\nb\n## D\n### E\nc\n"
        let checking = try await checking(text)
        try checking.expect(HeadingLevel.self, finds: text.replacing("###", with: "##"))
        try checking.expect(HeadingLevel.self, finds: text + "## C\nd\n")
    }

    @Test func offersNoFixIfOtherHeadingsHaveMovedToo() async throws {
        let text = "## A\n### B\na\n### C\nb\n" + (1...9).map { "## H\($0)\nc\n" }.joined()
        let findings = try await checking(text).findings(HeadingLevel.self, text.replacing("###", with: "####"))
        #expect(findings.map(\.summary).count == 2 && findings.allSatisfy { $0.fixes.isEmpty })
    }

    @Test func offersNoFixForAJump() throws {
        #expect(try Checking().findings(HeadingLevel.self, "# A\n### B\n").map(\.fixes) == [[]])
    }

    @Test func findsAKnownHeadingInAnotherPosition() async throws {
        let text = "## A\n### B\na\n### C\nb\n## D\n### E\nc\n"
        try await checking(text).expect(
            HeadingLevel.self, finds: "## A\n### B\na\n### New\nn\n1️⃣##2️⃣ C\nb\n## D\n### E\nc\n")
    }
}
