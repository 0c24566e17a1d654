import Newsletter
import Testing

@testable import Check

@Suite struct MissingTargetTests {
    private var checking: Checking {
        var checking = Checking()
        checking.exists = { $0 == "content/images/crab.png" }
        return checking
    }

    @Test func findsImagesAndHeadingsThatAreNotThere() throws {
        try checking.expect(
            MissingTarget.self,
            finds: "# Links\n![A crab](1️⃣/images/crap.png2️⃣) and [below](3️⃣#other-links4️⃣)\n")
    }

    @Test func keepsThoseThatAre() throws {
        try checking.expect(
            MissingTarget.self,
            finds:
                "# Links\n![A crab](/images/crab.png) ![B](images/crab.png?v=1) ![C](https://a.org/images/x.png) [above](#links)\n"
        )
        try Checking().expect(MissingTarget.self, finds: "# Links\n![A crab](/images/crap.png)\n")
    }

    @Test func findsPathsOfTheSiteThatAreNotThere() throws {
        var checking = checking
        checking.publishes = { $0 == "/archive/" || $0 == "/card.png" }
        try checking.expect(
            MissingTarget.self,
            finds: "# Links\n[a](/archive/) [b](1️⃣/nowhere/2️⃣) ![c](/card.png) ![d](3️⃣/dog.png4️⃣) [e](//a.org/) [f](x/)\n")
        try checking.expect(
            MissingTarget.self,
            finds: "Title: Weekly 604\nNumber: 604\nDate: 2025-06-18\nImage: 1️⃣dog.png2️⃣\n\n# Links\n")
        try checking.expect(
            MissingTarget.self,
            finds: "Title: Weekly 604\nNumber: 604\nDate: 2025-06-18\nImage: /card.png\n\n# Links\n")
    }

    @Test func keepsAnchorsInHTML() throws {
        try checking.expect(MissingTarget.self, finds: "# Links\nTo [it](#it). <a id=\"it\"></a>\n")
    }

    @Test func keepsImagesOfOtherFolders() throws {
        try checking.expect(MissingTarget.self, finds: "# Links\n![A](/2018/images/crap.png)\n")
    }

    @Test func findsAbsoluteLinksToTheOwnSite() throws {
        var checking = checking
        checking.publishes = { $0 == "/" || $0 == "/archive/" }
        try checking.expect(
            MissingTarget.self,
            finds: """
                # Links
                [a](https://example.org/archive/) [b](1️⃣https://example.org/nowhere/2️⃣) [c](https://example.org)
                [d](https://sub.example.org/x) [e](https://a.org/example.org/) <3️⃣http://EXAMPLE.org/x4️⃣>
                """)
    }

    @Test func keepsOtherPartsOfTheHost() throws {
        var checking = checking
        checking.publication.address = "https://example.org/weekly/"
        checking.publishes = { _ in false }
        try checking.expect(
            MissingTarget.self,
            finds:
                "# Links\n[a](https://example.org/other/) [b](https://example.org/weekly2/) [c](1️⃣https://example.org/weekly/x/2️⃣)\n"
        )
    }
}
