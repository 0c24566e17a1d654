import Newsletter
import TestKit
import Testing

@Suite struct PlaceholderTests {
    @Test func findsTheLongestWordsInOrder() {
        let text = MarkedText("a 1️⃣INSERT_LINK_HERE2️⃣ b 3️⃣$twir_issue_date4️⃣ c 5️⃣${editors}6️⃣ d 7️⃣XX8️⃣ $total")
        let found = Placeholder.find(in: text.bytes, own: ["XX"])
        #expect(found.map(\.word) == ["INSERT_LINK_HERE", "$twir_issue_date", "${editors}", "XX"])
        #expect(
            found.map { Optional($0.range) } == [
                text.range("1️⃣", "2️⃣"), text.range("3️⃣", "4️⃣"), text.range("5️⃣", "6️⃣"), text.range("7️⃣", "8️⃣"),
            ])
    }

    @Test(arguments: ["", "$", "${", "a $base_url b", "$EDITORS", "LINK HERE"])
    func findsNothing(text: String) {
        #expect(Placeholder.find(in: Array(text.utf8)).isEmpty)
    }
}
