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
}
