import Testing

@testable import Check

@Suite struct SiteNameInTitleTests {
    @Test func findsNamesOfSites() throws {
        try Checking().expect(
            SiteNameInTitle.self,
            finds:
                "# Links\n* [Some title1️⃣ | The New Stack2️⃣](https://thenewstack.io/x)\n* [Some title3️⃣ | Corrode.dev4️⃣](https://corrode.dev/x)\n"
        )
    }

    @Test func keepsOtherBarsAndEvents() throws {
        try Checking().expect(
            SiteNameInTitle.self,
            finds:
                "# Links\n* [Some title | Part two](https://a.org/x)\n* [`a|b` and more](https://b.org)\n# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [**Rust night | Meetup**](https://meetup.com/1)\n"
        )
    }

    @Test func removesTheNameOnlyIfTheTitleHasItAnyway() throws {
        #expect(
            try Checking().mended(
                SiteNameInTitle.self, "# Links\n* [This month in Rust OSDev | Rust OSDev](https://rust-osdev.com/x)\n")
                == "# Links\n* [This month in Rust OSDev](https://rust-osdev.com/x)\n")
        let needed = "# Links\n* [Interview with Ann | Game Dev](https://gamedev.com/x)\n"
        #expect(try Checking().findings(SiteNameInTitle.self, needed).map(\.fixes) == [[]])
    }
}
