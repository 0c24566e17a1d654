import Newsletter
import Testing

@testable import Check

@Suite struct ListMarkerTests {
    @Test func findsTheOddBullet() throws {
        try Checking().expect(ListMarker.self, finds: "# Links\n* a\n1️⃣-2️⃣ b\n* c\n  * d\n* e\n  3️⃣-4️⃣ f\n")
    }

    @Test func takesTheEventsOfAllRegionsForOneList() throws {
        try Checking().expect(
            ListMarker.self, finds: "# Events\n## Asia\n* a\n  * b\n* c\n  * d\n## Europe\n* e\n  1️⃣-2️⃣ f\n* g\n  3️⃣-4️⃣ h\n"
        )
    }

    @Test func keepsOneBulletForEachListAndDepth() throws {
        try Checking().expect(
            ListMarker.self, finds: "# Links\n* a\n  - b\n* c\n  - d\n# News\n- e\n- f\n\nText\n\n1. g\n2. h\n")
    }

    @Test func reportsTheOneItemThatDiffersFromItsList() throws {
        try Checking().expect(
            ListMarker.self, finds: "# Links\n* a\n* b\n* c\n* d\n* e\n# News\n- f\n- g\n1️⃣*2️⃣ h\n- i\n")
    }

    @Test func changesAdjacentItemsTogether() throws {
        let findings = try Checking().findings(ListMarker.self, "# Links\n* a\n- b\n- c\n* d\n* e\n- f\n* g\n* h\n")
        #expect(findings.map { $0.fixes[0].splices.map(\.range.start.line) } == [[7, 8], [7, 8], [11]])
    }

    @Test func writesTheBulletOfTheOthers() throws {
        #expect(
            try Checking().fixed(ListMarker.self, "# Links\n* a\n- b\n+ c\n* d\n") == "# Links\n* a\n* b\n* c\n* d\n")
    }

    private static let many = (1...9).map { "# News \($0)\n* a\n* b\n* c\n" }.joined()

    @Test func hintsAtAListUnlikeAllOthers() throws {
        let text = Self.many + "# Links\n1️⃣-2️⃣ [B](https://b.org)\n- [C](https://c.org)\n"
        try Checking().expect(ListMarker.self, finds: text)
        let plain = text.replacing("1️⃣", with: "").replacing("2️⃣", with: "")
        #expect(try Checking().findings(ListMarker.self, plain).map(\.severity) == [.hint])
        #expect(try Checking().fixed(ListMarker.self, plain) == plain.replacing("- [", with: "* ["))
    }

    @Test func keepsDashesBeforeAuthorsAndListsOfShortIssues() throws {
        try Checking().expect(ListMarker.self, finds: Self.many + "# Quote\n> A\n\n- [B](https://b.org)\n")
        try Checking().expect(ListMarker.self, finds: "# News\n* a\n* b\n# Links\n- c\n")
    }

    @Test func keepsListsOfIssuesWhereMostItemsAreEvents() throws {
        let events = "# Events\n" + String(repeating: "- a\n", count: 40)
        try Checking().expect(ListMarker.self, finds: "# News\n* b\n# Links\n* c\n" + events)
    }
}
