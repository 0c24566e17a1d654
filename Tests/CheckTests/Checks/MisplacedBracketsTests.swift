import Testing

@testable import Check

@Suite struct MisplacedBracketsTests {
    @Test func findsLinksTheWrongWayRound() throws {
        try Checking().expect(
            MisplacedBrackets.self,
            finds: """
                # Links
                * 1️⃣(Round (first))[https://a.org/11]2️⃣
                * 3️⃣(Round)(https://b.org/x)4️⃣
                * 5️⃣[Open6️⃣(https://c.org)
                """)
    }

    @Test func keepsLinksAndRemarks() throws {
        try Checking().expect(
            MisplacedBrackets.self,
            finds: """
                # Links
                * [A (b)](https://a.org) (more) (https://b.org)
                * (a)[b] and `(a)[https://c.org]` [(c)](https://c.org/(d))
                * see (a) [https://d.org]
                """)
    }

    @Test func turnsThem() throws {
        for text in ["* (A)[https://a.org]", "* (A)(https://a.org)", "* [A(https://a.org)"] {
            #expect(
                try Checking().mended(MisplacedBrackets.self, "# Links\n\(text)\n") == "# Links\n* [A](https://a.org)\n"
            )
        }
    }

    @Test func findsURLsWithoutParenthesesAndSwappedOnes() throws {
        try Checking().expect(
            MisplacedBrackets.self,
            finds: """
                # Links
                * [A]1️⃣https://a.org2️⃣
                * 3️⃣[https://b.org/x](A title (of b))4️⃣
                * [C](5️⃣<6️⃣https://c.org)
                """)
        for text in ["* [A]https://a.org", "* [https://a.org](A b)", "* [A](<https://a.org)"] {
            let mended = try Checking().mended(MisplacedBrackets.self, "# Links\n\(text)\n")
            #expect(mended.replacing("[A b]", with: "[A]") == "# Links\n* [A](https://a.org)\n")
        }
    }

    @Test func findsDoubledBrackets() throws {
        try Checking().expect(
            MisplacedBrackets.self,
            finds: "# Links\n* 1️⃣[2️⃣[A](https://a.org)\n* [B](https://b.org)3️⃣)4️⃣\n")
        for text in ["* [[A](https://a.org)", "* [A](https://a.org))"] {
            #expect(
                try Checking().mended(MisplacedBrackets.self, "# Links\n\(text)\n") == "# Links\n* [A](https://a.org)\n"
            )
        }
    }

    @Test func keepsBracketsAroundLinks() throws {
        try Checking().expect(
            MisplacedBrackets.self,
            finds: """
                # Links
                * (see [A](https://a.org)) and [[B](https://b.org)]
                * [C](<https://c.org>) [D] https://d.org [1]: <https://e.org>
                """)
    }
}
