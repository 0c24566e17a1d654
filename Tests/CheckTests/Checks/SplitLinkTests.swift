import Testing

@testable import Check

@Suite struct SplitLinkTests {
    @Test func findsGapsBetweenTextAndAddress() throws {
        try Checking().expect(
            SplitLink.self,
            finds: "# Links\n* [A]1️⃣ 2️⃣(https://a.org)\n* [**B**]3️⃣    \n4️⃣(https://b.org)\n* [C]5️⃣`6️⃣(https://c.org)\n")
    }

    @Test func findsHalvesThatStandAlone() throws {
        try Checking().expect(
            SplitLink.self,
            finds:
                "# Events\n* 2025-06-19 | Lima, PE | [O](https://o.org)\n    * 1️⃣[**T**]2️⃣\n* 2025-06-20 | Bern, CH | [P](https://p.org)\n    * [**U**](https://p.org/1)\n3️⃣(https://o.org/1)4️⃣\n* [a `b`]5️⃣]6️⃣(https://c.org)\n"
        )
    }

    @Test func findsAddressesThatAreNeverClosed() throws {
        try Checking().expect(
            SplitLink.self, finds: "# Links\n* [A]1️⃣(https://a.org2️⃣\n* [B](https://b.org/3️⃣ 4️⃣c)\n")
    }

    @Test func findsTextsOverTwoLines() throws {
        try Checking().expect(SplitLink.self, finds: "# Links\n* [1️⃣A\n  b2️⃣](https://a.org)\n")
    }

    @Test func keepsTextsOverTwoLinesWhereLinesAreBrokenAnyway() throws {
        try Checking().expect(
            SplitLink.self,
            finds: "# Links\n* [A\n  b](https://a.org)\n* B\n  b\n* C\n  c\n* [D](https://d.org)\n  d\n")
    }

    @Test func keepsWholeLinksAndRemarks() throws {
        try Checking().expect(
            SplitLink.self,
            finds: "# Links\n* [A](https://a.org \"t\") [easy] (a remark)\nText [over\nlines](https://b.org)\n")
    }

    @Test func joinsURLsOverTwoLines() throws {
        #expect(
            try Checking().mended(
                SplitLink.self, "# Links\nRange: [a..b](https://a.org/?start=17c\necb&end=8f)\n\nText\n")
                == "# Links\nRange: [a..b](https://a.org/?start=17cecb&end=8f)\n\nText\n")
    }

    @Test func closesTheGap() throws {
        #expect(
            try Checking().mended(SplitLink.self, "# Links\n* [A] (https://a.org)\n")
                == "# Links\n* [A](https://a.org)\n")
        #expect(
            try Checking().mended(SplitLink.self, "# Links\n* [A](https://a.org\n") == "# Links\n* [A](https://a.org)\n"
        )
    }
}
