import Testing

@testable import Check

@Suite struct ListIndentationTests {
    @Test func findsItemsThatBeginElsewhere() throws {
        try Checking().expect(
            ListIndentation.self, finds: "# Links\n* a\n    * b\n* c\n1️⃣  2️⃣* d\n* e\n    * f\n3️⃣ 4️⃣* g\n")
    }

    @Test func keepsOneColumnForEachDepth() throws {
        try Checking().expect(
            ListIndentation.self, finds: "# Links\n* a\n    * b\n        * c\n* d\n\n# News\n  * e\n  * f\n")
    }

    @Test func movesThemIntoLine() throws {
        #expect(
            try Checking().fixed(ListIndentation.self, "# Links\n* a\n    * b\n* c\n  * d\n* e\n    * f\n * g\n")
                == "# Links\n* a\n    * b\n* c\n    * d\n* e\n    * f\n* g\n")
    }

    @Test func findsTitlesOfEventsThatAreNotNested() throws {
        let event = "* 2025-06-19 | Bern, CH | [O](https://o.org)\n"
        let text = "# Events\n\(event)    * [**T**](https://o.org/1)\n\(event)1️⃣* 2️⃣[**U**](https://o.org/2)\n"
        try Checking().expect(ListIndentation.self, finds: text)
        let plain = text.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
        #expect(
            try Checking().mended(ListIndentation.self, plain)
                == plain.replacing("\n* [**U", with: "\n    * [**U"))
    }
}
