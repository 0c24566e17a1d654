import Newsletter
import Testing

@testable import Check

@Suite struct MisspeltNameTests {
    private let checking = Checking {
        ($0.names, $0.spellings) = (["GitHub", "Cloudflare", "Rustacean"], ["paradim": "paradigm"])
    }

    @Test func findsNamesWithASlipOrOtherCapitals() throws {
        try checking.expect(
            MisspeltName.self,
            finds: "# Links\n* [1️⃣Cloduflare2️⃣ on 3️⃣Github4️⃣](https://a.org/Github)\n\nA new 5️⃣paradim6️⃣.\n")
    }

    @Test func keepsRightOnesPluralsAddressesAndCode() throws {
        try checking.expect(
            MisspeltName.self,
            finds:
                "# Links\n* [GitHub's Cloudflare for Rustaceans](https://cloduflare.com)\n\n`Github` github.com @github a-github <https://Github.com> Cloud fare\n"
        )
    }

    @Test func offersNoFixInQuotations() throws {
        #expect(try checking.findings(MisspeltName.self, "# Quote\n> Github is down.\n").map(\.fixes) == [[]])
    }

    @Test func writesThemRight() throws {
        #expect(try checking.mended(MisspeltName.self, "# Links\nGithub\n") == "# Links\nGitHub\n")
    }

    @Test func findsCommonMisspellings() throws {
        try Checking().expect(
            MisspeltName.self,
            finds:
                "# Links\n* [1️⃣Annoucing2️⃣ a 3️⃣seperate4️⃣ crate](https://a.org/seperate) `recieve`\n* [Announcing](https://b.org)\n"
        )
        #expect(
            try Checking().mended(MisspeltName.self, "# Links\n* [Annoucing A](https://a.org)\n")
                == "# Links\n* [Announcing A](https://a.org)\n")
    }

    @Test func keepsThemInOtherLanguages() throws {
        var checking = Checking()
        checking.publication.language = "es"
        try checking.expect(MisspeltName.self, finds: "# Links\n* [Annoucing](https://a.org)\n")
    }
}
