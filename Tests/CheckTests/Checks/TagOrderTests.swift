import Testing

@testable import Check

@Suite struct TagOrderTests {
    @Test func findsMediaInTheMidst() throws {
        try Checking().expect(
            TagOrder.self,
            finds:
                "# Links\n* 1️⃣[audio] [A](https://a.org)2️⃣\n* [B](https://b.org)\n* [video] [C](https://c.org)\n* [Video] [D](https://d.org)\n"
        )
    }

    @Test func keepsIssuesThatMixThem() throws {
        try Checking().expect(
            TagOrder.self,
            finds:
                "# Links\n* [video] [A](https://a.org)\n* [B](https://b.org)\n* [video] [C](https://c.org)\n* [D](https://d.org)\n"
        )
        try Checking().expect(TagOrder.self, finds: "# Links\n* [B](https://b.org)\n* [video] [C](https://c.org)\n")
    }
}
