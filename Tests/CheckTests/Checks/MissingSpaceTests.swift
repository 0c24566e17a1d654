import Testing

@testable import Check

@Suite struct MissingSpaceTests {
    @Test func findsTextAndTagsThatRunTogether() throws {
        try Checking().expect(
            MissingSpace.self,
            finds: "# Links\n* [A](https://a.org)1️⃣and2️⃣ more\n* 3️⃣[video]4️⃣[B](https://b.org)\n")
    }

    @Test func keepsEndingsAndPunctuation() throws {
        try Checking().expect(
            MissingSpace.self,
            finds:
                "# Links\n* [crate](https://a.org)s, [box](https://b.org)ing; [audio] [C](https://c.org)—well\n* [1][D](https://d.org)\n"
        )
    }

    @Test func addsTheSpace() throws {
        #expect(
            try Checking().mended(MissingSpace.self, "# Links\n* [video][B](https://b.org)\n")
                == "# Links\n* [video] [B](https://b.org)\n")
    }

    @Test func hintsAtBarsWithoutASpace() throws {
        let text =
            "# Events\n* 2025-06-191️⃣|2️⃣ Bern, CH | [O](https://o.org)\n* 2025-06-20 | Bonn, DE 3️⃣|4️⃣[P](https://p.org)\n"
        try Checking().expect(MissingSpace.self, finds: text)
        let fixed = try Checking().fixed(MissingSpace.self, "# Events\n* 2025-06-19| Bern, CH | [O](https://o.org)\n")
        #expect(fixed == "# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n")
    }

    @Test func keepsOtherBars() throws {
        try Checking().expect(
            MissingSpace.self,
            finds:
                "# Links\n* [A| B](https://a.org) | `a| b`\n* a|b | c\n* x |\n* x || y | z\n* [A](https://a.org)| B\n")
    }
}
