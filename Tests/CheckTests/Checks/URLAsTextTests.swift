import Testing

@testable import Check

@Suite struct URLAsTextTests {
    @Test func findsAddressesInThePlaceOfTitles() throws {
        try Checking().expect(
            URLAsText.self, finds: "# Links\n* [1️⃣https://a.org/b2️⃣](https://a.org/b)\n* [3️⃣www.c.org4️⃣](https://c.org)\n")
    }

    @Test func keepsTitlesAndAutomaticLinks() throws {
        try Checking().expect(URLAsText.self, finds: "# Links\n* [a.org is back](https://a.org)\n* <https://b.org>\n")
    }
}
