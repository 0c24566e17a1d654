import Newsletter
import Testing

@testable import Check

@Suite struct EmptySectionTests {
    @Test func findsHeadingsWithNothingBelow() throws {
        try Checking().expect(
            EmptySection.self, finds: "# Links\n## 1️⃣A2️⃣\n\n## B\nb\n## 3️⃣C4️⃣\n<!-- c goes here -->\n\n# 5️⃣D6️⃣\n",
            file: "content/2025-06-18-weekly.md")
    }

    @Test func keepsHeadingsOfHeadingsAndNamedOnes() throws {
        try Checking { $0.emptySections = ["Foundation"] }.expect(
            EmptySection.self, finds: "# Links\n## A\n### B\nb\n## Foundation\n## C\nc\n",
            file: "content/2025-06-18-weekly.md")
    }

    @Test func leavesDraftsToFinishing() throws {
        try Checking().expect(EmptySection.self, finds: "# Links\n## A\n\n## B\nb\n1️⃣## 2️⃣\n")
    }

    @Test func takesThemOut() throws {
        #expect(
            try Checking().mended(
                EmptySection.self, "# Links\n## A\n\n## B\nb\n", file: "content/2025-06-18-weekly.md")
                == "# Links\n## B\nb\n")
    }

    @Test func offersNoFixThatRemovesWhatAnUnclosedCommentHides() throws {
        let text = "## A\n<!-- remove if empty>\n\n## B\n<!-- b -->\n\n## C\nc\n"
        let findings = try Checking().findings(EmptySection.self, text, file: "content/2025-06-18-weekly.md")
        #expect(findings.map(\.fixes) == [[]])
    }
}
