import Testing

@testable import Check

@Suite struct OddBackticksTests {
    @Test func findsBackticksThatAreNeverClosed() throws {
        try Checking().expect(OddBackticks.self, finds: "# Links\n* [A 1️⃣`2️⃣b](https://a.org)\n\nNothing 3️⃣``4️⃣ here\n")
    }

    @Test func findsLinksCaughtInCode() throws {
        try Checking().expect(OddBackticks.self, finds: "# Links\n* [A `b1️⃣](2️⃣https://a.org) and `c\n")
    }

    @Test func keepsCodeOverTwoLines() throws {
        try Checking().expect(OddBackticks.self, finds: "# Links\n* [`a\n  b`](https://a.org)\n")
    }

    @Test func findsCodeThatBeginsWithinAWord() throws {
        try Checking().expect(
            OddBackticks.self, finds: "# Links\n* [add1️⃣`offset`2️⃣ field, `Foo`s, a non-`Copy`, `a``b`](https://a.org)\n")
    }

    @Test func findsBackticksInTheWrongPlace() throws {
        try Checking().expect(
            OddBackticks.self,
            finds:
                "# Links\n* [A 1️⃣`seek::stream`2️⃣_len](https://a.org)\n* [3️⃣`b]`4️⃣(https://b.org)\n* [say \"5️⃣`T is `6️⃣{type}`\"`](https://c.org)\n"
        )
    }

    @Test func keepsCodeInAnyQuotesAndEscapedOnes() throws {
        try Checking().expect(
            OddBackticks.self, finds: "# Links\n* `` ` `` and `a` and \\` and [`b`](https://c.org)\n\n```\n`\n```\n")
    }

    @Test func keepsFencesInQuotationsAndABlankAsCode() throws {
        try Checking().expect(
            OddBackticks.self,
            finds: """
                # Text

                > ```text
                > error: `a
                >
                > fn main() {}
                > ```
                > So `it` is.

                Put ` ` there.
                """)
    }

    @Test func endsAFenceWithItsQuotation() throws {
        try Checking().expect(OddBackticks.self, finds: "# Text\n\n> ```\n> a\n\nAn 1️⃣`2️⃣odd one\n")
    }
}
