import Newsletter
import Testing

@testable import Check

@Suite struct TagOrderTests {
    @Test func findsTagsThatStandTooEarly() throws {
        try Checking { $0.tagsLast = ["audio", "video"] }.expect(
            TagOrder.self,
            finds: "# Links\n* 1️⃣[audio] [A](https://a.org)2️⃣\n* [B](https://b.org)\n* [Video] [C](https://c.org)\n")
    }

    @Test func keepsThemAtTheEndAndWhereNobodyMinds() throws {
        let text = "# Links\n* [B](https://b.org)\n* [video] [C](https://c.org)\n"
        try Checking { $0.tagsLast = ["video"] }.expect(TagOrder.self, finds: text)
        try Checking().expect(TagOrder.self, finds: "# Links\n* [video] [A](https://a.org)\n* [B](https://b.org)\n")
    }
}
