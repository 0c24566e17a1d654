import Testing

@testable import Check

@Suite struct PaddedLinkTextTests {
    @Test func findsBlanksAtTheEndsOfATitle() throws {
        try Checking().expect(
            PaddedLinkText.self, finds: "# Links\n* [Title1️⃣ 2️⃣](https://a.org)\n* [3️⃣ 4️⃣Title](https://a.org)\n")
    }

    @Test func keepsBlanksWithin() throws {
        try Checking().expect(
            PaddedLinkText.self, finds: "# Links\n* [A title](https://a.org) [b\n  c](https://d.org)\n")
    }

    @Test func movesTheBlankOutOfTheLink() throws {
        #expect(
            try Checking().fixed(PaddedLinkText.self, "# Links\n* [ A ](https://a.org) and[ B ](https://b.org)c\n")
                == "# Links\n* [A](https://a.org) and [B](https://b.org) c\n")
    }
}
