import Newsletter
import Testing

@testable import Check

@Suite struct UnknownTagTests {
    @Test func findsTagsThatArePlainlyOthers() throws {
        try Checking { $0.tags = ["video", "audio"] }.expect(
            UnknownTag.self, finds: "# Links\n* [1️⃣vidoe2️⃣] [A](https://a.org)\n")
    }

    @Test func keepsKnownOnesAndLanguages() throws {
        let text = "# Links\n* [Video] [A](https://a.org)\n* [ES] [B](https://b.org)\n"
        try Checking { $0.tags = ["video"] }.expect(UnknownTag.self, finds: text)
        try Checking().expect(UnknownTag.self, finds: "# Links\n* [anything] [A](https://a.org)\n")
    }

    @Test func namesTheNearest() throws {
        #expect(
            try Checking { $0.tags = ["video"] }.mended(UnknownTag.self, "# Links\n* [vidoe] [A](https://a.org)\n")
                == "# Links\n* [video] [A](https://a.org)\n")
    }
}
