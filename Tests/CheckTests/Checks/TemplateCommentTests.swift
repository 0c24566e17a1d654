import Testing

@testable import Check

@Suite struct TemplateCommentTests {
    @Test func findsSectionsThatWereForgotten() throws {
        try Checking().expect(
            TemplateComment.self,
            finds:
                "# Calls for hands\nWant to help?\n\n1️⃣<!-- calls go here: * [name](address) -->2️⃣\n\nSend us more.\n# Quote\n3️⃣<!-- quote goes here -->4️⃣\n\n[Vote](https://a.org)\n",
            file: "content/2025-06-18-weekly.md"
        )
    }

    @Test func leavesListsOfDraftsToFinishing() throws {
        try Checking().expect(
            TemplateComment.self,
            finds: "# Calls for hands\n<!-- calls go here -->\n# Quote\n1️⃣<!-- quote goes here -->2️⃣\n")
    }

    @Test func keepsThemBesideContentOrAWordThatThereIsNone() throws {
        try Checking().expect(
            TemplateComment.self,
            finds: """
                # Calls for hands
                <!-- calls go here -->
                * [A](https://a.org)
                # Quote
                <!-- quote goes here -->
                *No quote this week.*
                # Merged
                <!-- updates go here -->
                ## Compiler
                * [B](https://github.com/o/r/pull/1)
                """)
    }

    @Test func keepsALinkWithoutItsBullet() throws {
        try Checking().expect(
            TemplateComment.self, finds: "# Links\n\n<!-- Links go here -->\n[A conference](https://a.org) | soon\n")
    }
}
