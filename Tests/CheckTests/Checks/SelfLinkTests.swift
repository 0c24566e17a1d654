import Testing

@testable import Check

@Suite struct SelfLinkTests {
    @Test func findsEntriesThatLinkToOlderIssues() throws {
        try Checking().expect(
            SelfLink.self,
            finds: """
                # Links
                * [A](1️⃣https://example.org/blog/2025/01/08/weekly-580/2️⃣)
                * [B](https://example.org/about/) and [last week](https://example.org/blog/2025/06/11/weekly-603/)

                See [last week](https://example.org/blog/2025/06/11/weekly-603/).
                """)
    }

    @Test func findsTheIssuesOwnAddress() throws {
        try Checking().expect(
            SelfLink.self, finds: "# Links\n[Discuss](1️⃣https://example.org/blog/2025/06/18/weekly-604/2️⃣)\n")
    }

    @Test func keepsOtherIssuesAndSites() throws {
        try Checking().expect(
            SelfLink.self,
            finds:
                "# Links\n[A](https://example.org/blog/2025/06/11/weekly-603/) [B](https://b.org/2025/06/18/b) [C](https://example.org/)\n"
        )
    }
}
