import Testing

@testable import Check

@Suite struct SimplifiableURLTests {
    @Test func findsWhatMeansNothing() throws {
        try Checking().expect(
            SimplifiableURL.self,
            finds: """
                # Links
                * [A](https://a.org1️⃣/2️⃣/b)
                * [B](https://b.org/x3️⃣?4️⃣)
                * [C](https://c.org/x5️⃣#6️⃣)
                * [D](https://d.org7️⃣:4438️⃣/)
                """)
    }

    @Test func keepsAddressesWithinAddresses() throws {
        try Checking().expect(
            SimplifiableURL.self,
            finds: "# Links\n* [A](https://web.archive.org/web/1/https://a.org/)\n* [B](https://b.org)\n")
    }

    @Test func takesItOut() throws {
        let text = "# Links\n* [A](https://a.org:443//b//c/?#)\n"
        #expect(try Checking().fixed(SimplifiableURL.self, text) == "# Links\n* [A](https://a.org/b/c/)\n")
    }

    @Test func leavesMalformedAddressesAlone() throws {
        try Checking().expect(SimplifiableURL.self, finds: "# Links\n* [A](https://https://a.org/x)\n")
    }

    @Test func findsServicesThatRedirect() throws {
        try Checking().expect(
            SimplifiableURL.self,
            finds: """
                # Links
                * [A](1️⃣https://www.google.com/url?q=https://a.org/x&sa=D2️⃣)
                * [B](3️⃣https://eur01.safelinks.protection.outlook.com/?url=https%3A%2F%2Fb.org%2F%3Fc%3Dd&data=054️⃣)
                * [C](https://www.google.com/search?q=https://c.org)
                * [D](https://www.google.com/url?q=words)
                """)
        let text = "# Links\n* [A](https://www.google.com/url?sa=D&q=https%3A%2F%2Fa.org%2Fx)\n"
        #expect(try Checking().mended(SimplifiableURL.self, text) == "# Links\n* [A](https://a.org/x)\n")
    }

    @Test func offersNoFixWhereTheAddressMayBeLonger() throws {
        let text = "# Links\n* [A](https://www.google.com/url?q=https://a.org/?b=c&d=e)\n"
        #expect(try Checking().findings(SimplifiableURL.self, text).map(\.fixes) == [[]])
    }
}
