import Testing

@testable import Check

@Suite struct UnclosedBlockTests {
    @Test func findsCommentsThatHideWhatFollows() throws {
        try Checking().expect(
            UnclosedBlock.self,
            finds: "# Links\n1️⃣<!--2️⃣ add links\n* [A](https://a.org)\n<!-- more -->\n# News\n3️⃣<!--4️⃣ b\n")
    }

    @Test func findsFencesThatHideHeadings() async throws {
        let text = "# Links\na\n# News\nb\n"
        let checking = try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
        try checking.expect(UnclosedBlock.self, finds: "# Links\n\n1️⃣```rust2️⃣\nlet a = 1;\n\n# News\nb\n")
        try Checking().expect(UnclosedBlock.self, finds: "# Links\n\n1️⃣```2️⃣\nlet a = 1;\n\ntext\n")
    }

    @Test func keepsThoseThatAreClosed() async throws {
        let text = "# Links\na\n# News\nb\n"
        let checking = try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
        try checking.expect(
            UnclosedBlock.self,
            finds: "# Links\n<!-- a\nb -->\n<!-- c --> <!-- d -->\n```\n# a comment\n```\n\n~~~\n~~~\n# News\nb\n")
    }
}
