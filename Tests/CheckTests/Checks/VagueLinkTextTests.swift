import Testing

@testable import Check

@Suite struct VagueLinkTextTests {
    @Test func findsTextsThatSayNothing() throws {
        try Checking().expect(
            VagueLinkText.self, finds: "# Links\n* [1️⃣here2️⃣](https://a.org)\n\nNo more? [3️⃣Click here4️⃣](https://b.org)\n")
    }

    @Test func keepsHereInRunningText() throws {
        try Checking().expect(
            VagueLinkText.self,
            finds:
                "# Links\nSubmit tasks [here](https://a.org).\n* [Title](https://b.org) (more [here](https://c.org))\n")
    }
}
