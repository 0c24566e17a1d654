import Testing

@testable import Newsroom

@Suite struct MboxReaderTests {
    private func read(_ text: String, pieces size: Int = 7, limit: Int = 1_000, isSingle: Bool = false) -> [String] {
        var reader = MboxReader(limit: limit, isSingle: isSingle)
        var found: [String] = []
        let bytes = Array(text.utf8)
        for start in stride(from: 0, to: bytes.count, by: size) {
            reader.read(bytes[start..<min(start + size, bytes.count)]) {
                found.append("\($0.line) " + String(decoding: $0.bytes, as: UTF8.self))
            }
        }
        reader.finish { found.append("\($0.line) " + String(decoding: $0.bytes, as: UTF8.self)) }
        return found
    }

    @Test(arguments: [1, 2, 3, 1_000]) func splitsAtEnvelopeLinesAfterEmptyLines(size: Int) {
        let text = "From a@b Thu Jan  1\nA: 1\n\nx\nFrom here on\n>From\n\nFrom a@b Thu\nB: 2\n\ny\n"
        #expect(read(text, pieces: size) == ["1 A: 1\n\nx\nFrom here on\n>From\n\n", "8 B: 2\n\ny\n"])
    }

    @Test func removesOneMarkOfEachQuotedLine() {
        #expect(read("From a\nA: 1\n\n>From x\n>>From y\n> From z\n") == ["1 A: 1\n\nFrom x\n>From y\n> From z\n"])
    }

    @Test func readsLengths() {
        let text = "From a\nContent-Length: 11\n\nx\n\nFrom y\n\n\nFrom b\nB: 2\n\nz\n"
        #expect(read(text) == ["1 Content-Length: 11\n\nx\n\nFrom y\n\n\n", "9 B: 2\n\nz\n"])
    }

    @Test func ignoresLengthsThatAreWrong() {
        let text = "From a\nContent-Length: 9999\n\nx\n\nFrom b\nContent-Length: 3\n\ny\n\nFrom c\nC: 3\n\nz\n"
        #expect(
            read(text) == [
                "1 Content-Length: 9999\n\nx\n\n", "6 From b\nContent-Length: 3\n\ny\n\n", "11 From c\nC: 3\n\nz\n",
            ])
    }

    @Test func takesWhatDoesNotBeginWithAnEnvelopeLineForOneMessage() {
        #expect(read("A: 1\n\nFrom x\n\nFrom y\n").count == 1)
        #expect(read("From a\nA: 1\n\nFrom x\n\nFrom y\n", isSingle: true).count == 1)
        #expect(read("") == [])
        #expect(read("\n\n") == [])
    }

    @Test func keepsLinesThatEndWithCRLF() {
        #expect(read("From a\r\nA: 1\r\n\r\nx\r\n\r\nFrom b\r\nB: 2\r\n") == ["1 A: 1\r\n\r\nx\r\n\r\n", "6 B: 2\r\n"])
    }

    @Test func keepsOnlyTheBeginningOfWhatIsTooLarge() {
        let text = "From a\nA: 1\n\n" + String(repeating: "x", count: 500) + "\n\nFrom b\nB: 2\n"
        #expect(read(text, pieces: 64, limit: 20) == ["1 A: 1\n\n" + String(repeating: "x", count: 14), "6 B: 2\n"])
    }
}
