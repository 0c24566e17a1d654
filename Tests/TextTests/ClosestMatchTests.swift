import Text
import Testing

@Suite struct ClosestMatchTests {
    @Test(arguments: [
        ("titel", "title"), ("TITLE", "title"), ("tittle", "title"), ("licence", "license"), ("timezon", "timezone"),
        ("urls", "url"),
    ])
    func findsTheWordThatWasMeant(written: String, meant: String) {
        #expect(ClosestMatch.of(written, among: ["title", "url", "license", "timezone", "author"]) == meant)
    }

    @Test func staysSilentWhereNoneIsNear() {
        #expect(ClosestMatch.of("calendar", among: ["title", "author"]) == nil)
        #expect(ClosestMatch.of("title", among: [String]()) == nil)
    }

    @Test func takesTheFirstOfTwoThatAreAsNear() {
        #expect(ClosestMatch.of("bat", among: ["cat", "hat"]) == "cat")
    }
}
