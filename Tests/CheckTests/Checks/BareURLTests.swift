import Testing

@testable import Check

@Suite struct BareURLTests {
    @Test func findsURLsInText() throws {
        try Checking().expect(
            BareURL.self, finds: "# Links\nSee 1️⃣https://a.org/x2️⃣ for more.\n\n* Join 3️⃣http://b.org4️⃣, please\n")
    }

    @Test func keepsLinksCodeAndComments() throws {
        try Checking().expect(
            BareURL.self,
            finds:
                "# Links\n<https://a.org> `https://b.org` [https://c.org](https://c.org) ([d](https://d.org))\n<!-- https://e.org -->\n\n<img src=\"https://f.org\">\n"
        )
    }
}
