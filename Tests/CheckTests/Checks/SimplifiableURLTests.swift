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
}
