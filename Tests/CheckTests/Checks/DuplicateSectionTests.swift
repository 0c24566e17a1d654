import Testing

@testable import Check

@Suite struct DuplicateSectionTests {
    @Test func findsHeadingsThatStandTwice() throws {
        try Checking().expect(DuplicateSection.self, finds: "# Links\n## A\na\n## B\nb\n## 1️⃣A2️⃣\na\n# 3️⃣links4️⃣\n")
    }

    @Test func namesTheOutermostOnly() throws {
        try Checking().expect(DuplicateSection.self, finds: "# News\n## A\na\n# 1️⃣News2️⃣\n## A\na\n## B\nb\n")
    }

    @Test func keepsTheSameBelowAnother() throws {
        try Checking().expect(DuplicateSection.self, finds: "# Links\n## Rust\na\n# Merged\n## Rust\nb\n")
    }
}
