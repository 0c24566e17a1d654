import Testing

@testable import Check

@Suite struct UnbalancedEmphasisTests {
    @Test func findsAsterisksWithoutACounterpart() throws {
        try Checking().expect(
            UnbalancedEmphasis.self,
            finds: "# Links\n* [1️⃣**2️⃣Some title](https://a.org)\n* [Some title3️⃣**4️⃣](https://b.org)\n")
    }

    @Test func keepsEmphasisPowersAndCode() throws {
        try Checking().expect(
            UnbalancedEmphasis.self,
            finds:
                "# Links\n* [**Some title**](https://a.org)\n* [2 ** 3 is eight](https://b.org)\n* [`**x` and more](https://c.org)\n* [\\**x and more](https://d.org)\n"
        )
    }

    @Test func addsThem() throws {
        #expect(
            try Checking().mended(UnbalancedEmphasis.self, "# Links\n* [**Title](https://a.org)\n")
                == "# Links\n* [**Title**](https://a.org)\n")
    }

    @Test func findsASpaceWithinTheAsterisks() throws {
        try Checking().expect(
            UnbalancedEmphasis.self, finds: "# Links\n* [**A1️⃣ 2️⃣**](https://a.org)\n* [**3️⃣ 4️⃣B**](https://b.org)\n")
        #expect(
            try Checking().fixed(UnbalancedEmphasis.self, "# Links\n* [**A **](https://a.org)\n")
                == "# Links\n* [**A**](https://a.org)\n")
    }

    @Test func keepsTwoEmphasizedParts() throws {
        try Checking().expect(UnbalancedEmphasis.self, finds: "# Links\n* [**A** and **B**](https://a.org)\n")
    }
}
