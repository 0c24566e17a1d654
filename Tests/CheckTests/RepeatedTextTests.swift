import Testing

@testable import Check

@Suite struct RepeatedTextTests {
    private static let text = "Send your links to the editors, or open a pull request on the forge."

    @Test(arguments: [
        "Send your [links](https://a.example/1) to the **editors** or open a pull request on the forge",
        "Send your links  to the editors,\nor open a pull request on the forge.",
        "Send your links to the editors, or open a pull request on the forge 17 a/b v2.0",
    ]) func ignoresURLsNumbersAndMarkup(_ other: String) {
        #expect(RepeatedText(Self.text.utf8) == RepeatedText(other.utf8))
    }

    @Test func comparesWords() throws {
        let other = Self.text.replacing("your", with: "no").replacing(" forge", with: "")
        #expect(RepeatedText(Self.text.utf8) != RepeatedText(other.utf8))
        let found = try #require(RepeatedText(other.utf8).difference(from: RepeatedText(Self.text.utf8)))
        #expect(found.added == ["no"])
        #expect(found.removed == ["your", "forge"])
    }

    @Test func findsNoDifferenceBetweenOtherTexts() {
        let other = RepeatedText("Nothing of this has to do with the other text, really nothing.".utf8)
        #expect(other.difference(from: RepeatedText(Self.text.utf8)) == nil)
        #expect(RepeatedText("Send links.".utf8).difference(from: RepeatedText("Send your links.".utf8)) == nil)
    }
}
