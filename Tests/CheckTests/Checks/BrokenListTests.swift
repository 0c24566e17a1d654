import Newsletter
import Testing

@testable import Check

@Suite struct BrokenListTests {
    @Test func findsLinesWithoutTheirBullet() throws {
        try Checking().expect(
            BrokenList.self,
            finds:
                "# Events\n* 2025-06-19 | Bern, CH | [O](https://o.org)\n  * [**T**](https://o.org/1)\n 1️⃣2025-06-20 | Bonn, DE | [P](https://p.org)2️⃣\n  * [**U**](https://p.org/1)\n# Links\n* [A](https://a.org)\n3️⃣[B](https://b.org)4️⃣\n"
        )
    }

    @Test func findsGapsInATightList() throws {
        try Checking().expect(BrokenList.self, finds: "# Links\n* a\n* b\n* c\n* d\n* e\n1️⃣\n2️⃣* f\n\nText\n")
    }

    @Test func keepsTextOnTheFirstLine() throws {
        var checking = Checking()
        checking.publication.issueRules.titlePattern = try #require(NamePattern("Weekly {year}"))
        let text = Array("Welcome.\n\n* a\n* b\n* c\n* d\n* e\n* f\n\n* g\n".utf8)
        let findings = try checking.checker(BrokenList.self).findings(in: text, file: "2025-06-18-a.md")
        #expect(findings.map(\.range.start.line) == [9])
    }

    @Test func keepsTightAndLooseLists() throws {
        try Checking().expect(
            BrokenList.self,
            finds: "# Links\n* a\n\n* b\n\n* c\n\nText\n\n* d\n* e, see\n[more](https://a.org)\n* f\n# News\n* g\n* h\n"
        )
    }

    @Test func keepsListsThatAreLooseForTheirQuotes() throws {
        let tight = "# Links\n* a\n* b\n* c\n* d\n* e\n* f\n"
        try Checking().expect(
            BrokenList.self, finds: "\(tight)# Jobs\n* g\n  > We brew.\n\n* h\n\n* i\n\n  > We pour.\n\n* j\n\n* k\n")
        try Checking().expect(
            BrokenList.self, finds: "\(tight)# Jobs\n* g\n  > We brew.\n* h\n1️⃣\n2️⃣* i\n")
        try Checking().expect(
            BrokenList.self, finds: "\(tight)# Jobs\n* g\n  > We brew.\n\n* h\n# News\n* i\n1️⃣\n2️⃣* j\n")
    }

    @Test func findsEntriesInAParagraphOfTheirOwn() throws {
        try Checking().expect(
            BrokenList.self,
            finds:
                "# Links\n1️⃣[A](https://a.org)2️⃣\n\n* [B](https://b.org)\n* [C](https://c.org)\n\n3️⃣[D](https://d.org)4️⃣\n")
        try Checking().expect(
            BrokenList.self,
            finds:
                "# Links\n[A](https://a.org)\n\nText\n\n* [B](https://b.org)\n* [C](https://c.org)\n# Jobs\n[D](https://d.org)\n"
        )
    }

    @Test func keepsTwoListsApart() throws {
        try Checking().expect(
            BrokenList.self,
            finds:
                "# Links\n* a\n* b\n* c\n* d\n* e\n  * f\n\n* *No calls this week.*\n# News\n* g\n* h\n\n\n* i\n* j\n* k\n"
        )
    }

    @Test func mendsThem() throws {
        #expect(
            try Checking().fixed(BrokenList.self, "# Links\n* a\n* b\n* c\n* d\n* e\n\n* f\n")
                == "# Links\n* a\n* b\n* c\n* d\n* e\n* f\n")
        #expect(
            try Checking().mended(BrokenList.self, "# Links\n* [A](https://a.org)\n[B](https://b.org)\n")
                == "# Links\n* [A](https://a.org)\n* [B](https://b.org)\n")
    }

    private static let many = "# News\n" + String(repeating: "* a\n", count: 5)

    @Test func findsTheOnlyLinkOfASectionWithoutItsBullet() throws {
        try Checking().expect(
            BrokenList.self,
            finds: Self.many
                + "# Links\n1️⃣[video] [A](https://a.org)2️⃣\n# Videos\n\n3️⃣[B](https://b.org)4️⃣\n\n* [C](https://c.org)\n")
    }

    @Test func keepsLinksAmongText() throws {
        try Checking().expect(
            BrokenList.self,
            finds: Self.many + "# Links\n[A](https://a.org)\n\nText\n# Videos\nSee [B](https://b.org)\n")
        try Checking().expect(BrokenList.self, finds: "# Links\n[A](https://a.org)\n")
    }

    @Test func findsDoubledBulletsAndTwoEntriesOnALine() throws {
        try Checking().expect(
            BrokenList.self,
            finds: "# Links\n* 1️⃣* 2️⃣[A](https://a.org)\n* [B](https://b.org) 3️⃣*4️⃣ [C](https://c.org)\n")
        #expect(
            try Checking().mended(BrokenList.self, "# Links\n* * [A](https://a.org)\n")
                == "# Links\n* [A](https://a.org)\n")
        #expect(
            try Checking().mended(BrokenList.self, "# Links\n* [B](https://b.org) * [C](https://c.org)\n")
                == "# Links\n* [B](https://b.org)\n* [C](https://c.org)\n")
    }

    @Test func keepsEmphasisAndProducts() throws {
        try Checking().expect(
            BrokenList.self,
            finds: "# Links\n* *[A](https://a.org)*\n* [B](https://b.org) * 2\n* **[C](https://c.org)**\n")
    }
}
