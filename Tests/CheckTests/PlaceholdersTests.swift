import Newsletter
import TestKit
import Testing

@testable import Check

@Suite struct PlaceholdersTests {
    @Test func findsThemAmongOtherWordsInOrder() {
        let text = MarkedText("a 1️⃣INSERT_LINK_HERE2️⃣ b 3️⃣$twir_issue_date4️⃣ c 5️⃣${editors}6️⃣ d 7️⃣XX8️⃣ $total XXL")
        let placeholders = Placeholders(Checking(placeholders: ["XX": .editor]).publication)
        #expect(
            placeholders.occurrences(in: text.bytes).map(Optional.some) == [
                text.range("1️⃣", "2️⃣"), text.range("3️⃣", "4️⃣"), text.range("5️⃣", "6️⃣"), text.range("7️⃣", "8️⃣"),
            ])
    }

    @Test(arguments: ["", "$", "${", "a $base_url b", "$EDITORS", "LINK HERE", "_HERE", "THERE", "NOT_HEREBY"])
    func findsNothing(text: String) {
        #expect(Placeholders(Checking().publication).occurrences(in: Array(text.utf8)).isEmpty)
    }

    @Test func knowsTheWordsOfTheDraftsTemplate() {
        var publication = Checking().publication
        publication.placeholders = ["THREAD": .discuss]
        #expect(Placeholders(publication).contains(Array("THREAD".utf8)[...]))
        #expect(!Placeholders(Checking().publication).contains(Array("THREAD".utf8)[...]))
    }
}
