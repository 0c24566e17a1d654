import Testing

@testable import Check

@Suite struct MissingBlankLineTests {
    @Test func findsListsAndTablesRightBelowText() throws {
        try Checking().expect(
            MissingBlankLine.self,
            finds:
                "# Links\nRead these:\n1️⃣* 2️⃣[A](https://a.org)\n* [B](https://b.org)\n\n**Summary**:\n3️⃣|4️⃣ a | b |\n|---|---|\n"
        )
    }

    @Test func keepsListsBelowHeadingsAndEmptyLines() throws {
        try Checking().expect(
            MissingBlankLine.self,
            finds: "# Links\n* [A](https://a.org)\n  more\n* [B](https://b.org)\n\nText\n\n| a |\n|---|\n| b |\n")
    }

    @Test func putsItIn() throws {
        #expect(
            try Checking().fixed(MissingBlankLine.self, "# Links\nText:\n* a\n* b\n") == "# Links\nText:\n\n* a\n* b\n")
    }
}
