import Newsletter
import Testing

@testable import Check

@Suite struct PlaceholderLeftTests {
    @Test func findsWhatEditorsShouldHaveFilledIn() throws {
        try Checking().expect(
            PlaceholderLeft.self,
            finds: """
                # Links
                * 1️⃣[ - ]()2️⃣
                * [A](3️⃣REDDIT_LINK_HERE4️⃣)

                Say 5️⃣[link TBD]6️⃣

                7️⃣$weekly_events_list8️⃣
                """)
    }

    @Test func keepsEmptyBulletsInComments() throws {
        try Checking().expect(PlaceholderLeft.self, finds: "# Links\n<!-- * [ - ]() -->\n")
    }

    @Test func findsNotesToOneselfAndWordsOfThePublication() throws {
        try Checking(placeholders: ["coming-soon": .editor]).expect(
            PlaceholderLeft.self,
            finds: "# Links\n1️⃣// TODO change this2️⃣\n\n* 3️⃣TODO: add it4️⃣\n* [A](5️⃣coming-soon6️⃣)\n* [A](7️⃣INSERT_IT8️⃣)\n")
    }

    @Test func findsThemAmongOtherWords() throws {
        try Checking(placeholders: ["coming-soon": .editor]).expect(
            PlaceholderLeft.self,
            finds: """
                # Links
                * [A](https://a.org/1️⃣REDDIT_LINK_HERE2️⃣), 3️⃣coming-soon4️⃣
                * [B](5️⃣URL6️⃣) until 7️⃣${issue_date}8️⃣
                * `INSERT_LINK_HERE` <!-- coming-soon -->

                ```
                $issue_number
                ```
                """)
    }

    @Test func tellsTheAddressThatLasts() throws {
        var checking = Checking()
        checking.publication.placeholders = ["THREAD": .discuss]
        let findings = try checking.findings(PlaceholderLeft.self, "# Links\n[Talk](THREAD)\n")
        #expect(findings.map(\.explanation) == ["Write the address, or https://example.org/issues/604/discuss/."])
    }

    @Test func keepsTitlesThatSpeakOfThem() throws {
        try Checking().expect(
            PlaceholderLeft.self,
            finds:
                "# Links\n* [remove outdated TODO](https://a.org)\n* [MAX_LINK](https://b.org) costs $five\n<!-- TODO -->\n"
        )
    }

    @Test func findsNotesAfterALink() throws {
        try Checking().expect(
            PlaceholderLeft.self,
            finds: """
                # Links
                * [A](https://a.org) 1️⃣TODO: shorten2️⃣
                * [B](https://b.org) 3️⃣FIXME4️⃣
                * [C](https://c.org) TODOs and [a TODO app](https://d.org)
                * [E](https://e.org) `TODO`
                """)
    }
}
