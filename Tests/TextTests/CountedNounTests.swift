import Testing
import Text

@Suite struct CountedNounTests {
    @Test(arguments: [(0, "0 files"), (1, "1 file"), (2, "2 files")])
    func agrees(count: Int, text: String) {
        #expect(count.counted("file") == text)
    }

    @Test func usesTheGivenPlural() {
        #expect(1.counted("entry", "entries") == "1 entry")
        #expect(2.counted("entry", "entries") == "2 entries")
    }
}
