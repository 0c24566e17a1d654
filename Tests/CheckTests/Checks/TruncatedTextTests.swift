import Testing

@testable import Check

@Suite struct TruncatedTextTests {
    @Test func findsTitlesThatAForgeCutOff() throws {
        try Checking().expect(
            TruncatedText.self,
            finds:
                "# Merged\n* [fix the lon1️⃣…2️⃣](https://github.com/o/r/pull/1)\n* [add what the parser needs for comments in 3️⃣...4️⃣](https://gitlab.com/o/r/merge_requests/2)\n"
        )
    }

    @Test func keepsDotsThatAnAuthorMeant() throws {
        try Checking().expect(TruncatedText.self, finds: "# Links\n* [To be or not…](https://a.org/b)\n")
        try Checking().expect(
            TruncatedText.self,
            finds: "# Merged\n* [tea: show the version again...](https://github.com/o/r/issues/19)\n")
    }
}
