import Testing

@testable import Check

@Suite struct HeadingWithoutSpaceTests {
    @Test func findsNumberSignsWithoutASpace() throws {
        try Checking().expect(
            HeadingWithoutSpace.self, finds: "# Links\na\n\n1️⃣##2️⃣News\nb\n\n3️⃣###4️⃣[RFCs](https://a.org)\nc\n")
        #expect(try Checking().fixed(HeadingWithoutSpace.self, "# Links\n\n##News\n") == "# Links\n\n## News\n")
    }

    @Test func keepsTicketsTagsAndCode() throws {
        try Checking().expect(
            HeadingWithoutSpace.self, finds: "# Links\n#1234 and #rust\n\n#rust\n\n##1234\n\n```\n##x\n```\n\n## News\n"
        )
    }
}
