import Newsletter
import Testing

@testable import Check

@Suite struct MalformedURLTests {
    @Test func findsWhatNobodyCanFollow() throws {
        try Checking().expect(
            MalformedURL.self,
            finds: """
                # Links
                * [A](1️⃣hhttps://a.org/2️⃣)
                * [B](3️⃣eurorust4️⃣)
                * 5️⃣[C]()6️⃣
                * 7️⃣[https://d.org/](D)8️⃣
                """)
    }

    @Test func keepsTemplateTags() throws {
        let text = "# Links\n* [A]({{ site.forum }}) [B]({% post_url 2026-01-07-b %})\n* [C](1️⃣forum2️⃣)\n"
        var checking = Checking()
        checking.publication.issueRules.templateTags = .liquid
        checking.publication.issueRules.includes = ["site.forum": "https://forum.example/"]
        try checking.expect(MalformedURL.self, finds: text)
    }

    @Test func findsHostsThatAreNone() throws {
        try Checking().expect(
            MalformedURL.self,
            finds: "# Links\n* [A](1️⃣https://2️⃣)\n* [B](3️⃣https://b/4️⃣)\n* [C](5️⃣https://https://c.org/6️⃣)\n")
    }

    @Test func keepsAddressesPlacesOnThePageAndPlaceholders() throws {
        try Checking(placeholders: ["LINK_GOES_THERE": .editor]).expect(
            MalformedURL.self,
            finds:
                "# Links\n[A](https://a.org/(b)) [B](#links) [C](/pages/c) [D](INSERT_LINK_HERE) [E](LINK_GOES_THERE)\n"
        )
    }

    @Test func keepsMailAddresses() throws {
        try Checking().expect(
            MalformedURL.self, finds: "# Links\nWrite to <editors@example.org>, [us](mailto:us@example.org)\n")
    }

    @Test func swapsTextAndAddress() throws {
        #expect(
            try Checking().mended(MalformedURL.self, "# Links\n* [https://d.org/](D)\n")
                == "# Links\n* [D](https://d.org/)\n")
        #expect(
            try Checking().mended(MalformedURL.self, "# Links\n* [D](hhttps://d.org/)\n")
                == "# Links\n* [D](https://d.org/)\n")
    }

    @Test("Finds slips of the scheme", arguments: ["ttps", "tps", "hxxps", "htp", "htttps", "hxxp"])
    func findsSlips(scheme: String) throws {
        let text = "# Links\n* [A](\(scheme)://a.org/x)\n"
        try Checking().expect(
            MalformedURL.self, finds: text.replacing("(", with: "(1️⃣").replacing(")", with: "2️⃣)"))
        #expect(try Checking().findings(UnusualScheme.self, text).isEmpty)
    }

    @Test("Leaves other schemes to another check", arguments: ["ftp", "git", "tel", "ssh", "gopher"])
    func leavesOtherSchemes(scheme: String) throws {
        let text = "# Links\n* [A](\(scheme)://a.org/x)\n"
        #expect(try Checking().findings(MalformedURL.self, text).isEmpty)
        #expect(try Checking().findings(UnusualScheme.self, text).count == 1)
    }

    @Test func findsPortsAndNamesThatDoNotBelong() throws {
        try Checking().expect(
            MalformedURL.self,
            finds: """
                # Links
                * [A](1️⃣https://a.org:99999/x2️⃣)
                * [B](3️⃣https://user:pass@b.org/x4️⃣)
                * [C](https://c.org:8080/@user)
                """)
    }

    @Test func findsWhatCameAlongWhenCopying() throws {
        try Checking().expect(
            MalformedURL.self,
            finds:
                "# Links\n* [A](https://a.org/x1️⃣,2️⃣)\n* [B](https://b.org/x3️⃣\u{200B}4️⃣)\n* [C](https://c.org/5️⃣\u{AD}6️⃣y)\n"
        )
        #expect(
            try Checking().mended(MalformedURL.self, "# Links\n* [A](https://a.org/x,)\n")
                == "# Links\n* [A](https://a.org/x)\n")
        #expect(
            try Checking().fixed(MalformedURL.self, "# Links\n* [A](https://a.org/\u{FEFF}x)\n")
                == "# Links\n* [A](https://a.org/x)\n")
    }

    @Test func keepsCommasWithinAndLettersBeyondASCII() throws {
        try Checking().expect(
            MalformedURL.self, finds: "# Links\n* [A](https://a.org/1,2;3)\n* [B](https://b.org/größe/\u{2014}x)\n")
    }
}
