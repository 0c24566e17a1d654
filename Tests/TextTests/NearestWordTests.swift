import Text
import Testing

@Suite struct NearestWordTests {
    @Test(arguments: [
        ("titel", "title"), ("TITLE", "title"), ("tittle", "title"), ("licence", "license"), ("timezon", "timezone"),
        ("urls", "url"),
    ])
    func findsTheWordThatWasMeant(written: String, meant: String) {
        #expect(NearestWord.of(written, among: ["title", "url", "license", "timezone", "author"]) == meant)
    }

    @Test func staysSilentWhereNoneIsNear() {
        #expect(NearestWord.of("calendar", among: ["title", "author"]) == nil)
        #expect(NearestWord.of("title", among: [String]()) == nil)
    }

    @Test func takesTheFirstOfTwoThatAreAsNear() {
        #expect(NearestWord.of("bat", among: ["cat", "hat"]) == "cat")
    }
}
