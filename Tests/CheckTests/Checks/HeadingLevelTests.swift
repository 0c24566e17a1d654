import Testing

@testable import Check

@Suite struct HeadingLevelTests {
    @Test func findsJumps() throws {
        try Checking().expect(HeadingLevel.self, finds: "# A\n1️⃣###2️⃣ B\n## C\n### D\n# E\n3️⃣#####4️⃣ F\n")
    }

    @Test func keepsStepsAndReturns() throws {
        try Checking().expect(HeadingLevel.self, finds: "### A\n#### B\n# C\n## D\n\n```\n##### no heading\n```\n")
    }

    @Test func mendsTheLevel() throws {
        #expect(try Checking().mended(HeadingLevel.self, "# A\n### B\n") == "# A\n## B\n")
    }
}
