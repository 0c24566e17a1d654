import Testing

@testable import Check

@Suite struct BackslashInCodeTests {
    @Test func findsEscapesThatAreNone() throws {
        try Checking().expect(
            BackslashInCode.self, finds: "# Links\n* [`a1️⃣\\2️⃣_b` and `Vec3️⃣\\4️⃣<T>`](https://a.org)\n")
    }

    @Test func keepsEscapesOfLanguagesAndOfText() throws {
        try Checking().expect(
            BackslashInCode.self, finds: "# Links\n* a\\_b `\\n` `\\\\_` `C:\\dir`\n\n```\na\\_b\n```\n")
    }

    @Test func removesThem() throws {
        #expect(
            try Checking().mended(BackslashInCode.self, "# Links\n* `a\\_b`\n") == "# Links\n* `a_b`\n")
    }

    @Test func keepsShrugs() throws {
        try Checking().expect(BackslashInCode.self, finds: "# Links\n* `¯\\_(ツ)_/¯` `a1️⃣\\2️⃣_b`\n")
    }
}
