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
}
