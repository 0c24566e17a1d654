import Testing

@testable import Check

@Suite struct IndentedHeadingTests {
    @Test func findsIndentedHeadings() throws {
        try Checking().expect(
            IndentedHeading.self, finds: "# Links\n* [A](https://a.org)\n\n1️⃣ 2️⃣#### B\n* [C](https://c.org)\n3️⃣  4️⃣## D\n")
    }

    @Test func keepsHeadingsCodeAndTags() throws {
        try Checking().expect(IndentedHeading.self, finds: "# Links\n\n    ## code\n\n#tag\n")
    }

    @Test func movesThemToTheBegin() throws {
        #expect(try Checking().fixed(IndentedHeading.self, "# Links\n\n  ## B\n") == "# Links\n\n## B\n")
    }

    @Test func findsDeeplyIndentedHeadingsOfTheLastIssues() async throws {
        let text = "## Asia\na\n## Europe\nb\n"
        let checking = try await Checking().after(["2025-05-28": text, "2025-06-04": text, "2025-06-11": text])
        try checking.expect(
            IndentedHeading.self,
            finds: "## Asia\na\n\n1️⃣     2️⃣## Europe\nb\n\n3️⃣    4️⃣## [Asia](https://a.org)\n\n    ## other\n")
    }
}
