import Newsletter
import Testing

@testable import Check

@Suite struct TextOutsideCommentTests {
    @Test func findsLinesOfTheTemplatesComments() throws {
        var checking = Checking()
        checking.template = """
            # Links
            <!--
            Each link should be of the form:

            * [Title of the page](https://example.com/article)
            Send us more.
            -->
            <!-- or if none:
            *No links were sent this week.* -->
            Send us more.
            """
        try checking.expect(
            TextOutsideComment.self,
            finds: """
                # Links
                1️⃣Each link should be of the form:2️⃣

                * 3️⃣[Title of the page](https://example.com/article)4️⃣
                * [Title of the page](https://example.org/other)
                <!-- Each link should be of the form: -->
                Send us more.

                *No links were sent this week.*
                """)
    }

    @Test func findsTheEndOfACommentThatEndedBefore() throws {
        try Checking().expect(
            TextOutsideComment.self, finds: "# Links\n<!-- use this:\n<!-- * [a](b) -->\n\nor write nothing\n1️⃣-->2️⃣\n")
    }

    @Test func findsWhatStandsBehindAComment() throws {
        try Checking().expect(TextOutsideComment.self, finds: "# Links\n<!-- a --> 1️⃣* [A](https://a.org)2️⃣\n")
    }

    @Test func findsCommentsThatNeverEnd() throws {
        try Checking().expect(TextOutsideComment.self, finds: "# Links\n1️⃣<!--2️⃣ a\n\n* [A](https://a.org)\n")
    }

    @Test func findsTheTemplatesSentences() throws {
        try Checking { $0.templateComments = ["Dear contributors"] }.expect(
            TextOutsideComment.self,
            finds: "# Links\n<!--\nDear contributors:\n-->\n\n1️⃣Dear contributors: read the README.2️⃣\n")
    }

    @Test func keepsCommentsArrowsAndCode() throws {
        try Checking().expect(
            TextOutsideComment.self,
            finds:
                "# Links\n<!--\na\n-->\na <!-- b --> c\n<!-- d -->\n> --> src/main.rs\na --> b\n`-->`\n\n```\n-->\n```\n"
        )
    }

    @Test func breaksTheLine() throws {
        #expect(
            try Checking().mended(TextOutsideComment.self, "# Links\n<!-- a --> * [A](https://a.org)\n")
                == "# Links\n<!-- a -->\n\n* [A](https://a.org)\n")
    }
}
