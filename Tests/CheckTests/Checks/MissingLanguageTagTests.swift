import Newsletter
import Testing

@testable import Check

@Suite struct MissingLanguageTagTests {
    @Test func findsTitlesOfOtherLanguages() throws {
        try Checking().expect(
            MissingLanguageTag.self,
            finds:
                "# Links\n* [Rustで作るウェブサーバー](1️⃣https://a.org2️⃣)\n* [Warum Rust die Zukunft der Systeme ist](3️⃣https://b.org4️⃣)\n"
        )
    }

    @Test func keepsThePublicationsOwnTaggedAndDoubtfulOnes() throws {
        try Checking().expect(
            MissingLanguageTag.self,
            finds:
                "# Links\n* [Die hard with a vengeance im Kino](https://a.org)\n* [DE] [Warum Rust die Zukunft der Systeme ist](https://b.org)\n* [Japanese] [Rustで作るウェブサーバー](https://c.org)\n* [токамак](https://d.org)\n"
        )
        var german = Checking()
        german.publication.language = "de"
        try german.expect(
            MissingLanguageTag.self, finds: "# Links\n* [Warum Rust die Zukunft der Systeme ist](https://b.org)\n")
    }

    @Test func putsTheCodeIn() throws {
        #expect(
            try Checking().mended(MissingLanguageTag.self, "# Links\n* [Rustで作るウェブサーバー](https://a.org)\n")
                == "# Links\n* [JA] [Rustで作るウェブサーバー](https://a.org)\n")
    }
}
