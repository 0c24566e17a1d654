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
}
