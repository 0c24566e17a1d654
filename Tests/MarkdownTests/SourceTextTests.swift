import Newsletter
import Testing

@testable import Markdown

@Suite struct SourceTextTests {
    @Test(arguments: [
        ("", [0]), ("a", [0]), ("a\n", [0, 2]), ("a\r\nb", [0, 3]), ("a\rb\r", [0, 2, 4]),
        ("\n\r\n\r\r\n", [0, 1, 3, 4, 6]), ("é\nb", [0, 3]),
    ])
    func findsLines(text: String, starts: [Int]) {
        #expect(SourceText(Array(text.utf8)).lineStarts == starts)
    }

    @Test func turnsBytesIntoPlaces() {
        let source = SourceText(Array("é\nab\n".utf8))
        let places = (0...6).map { source.location(of: $0) }
        #expect(places.map(\.line) == [1, 1, 1, 2, 2, 2, 3])
        #expect(places.map(\.column) == [1, 2, 3, 1, 2, 3, 1])
        #expect(source.range(3..<5).end == SourceLocation(line: 2, column: 2))
        #expect(source.range(3..<3).end == SourceLocation(line: 2, column: 1))
    }

    @Test func takesBlanksOffTheEnd() {
        let source = SourceText(Array("  a \t\n".utf8))
        #expect(source.trimmingEnd(0..<6) == 0..<3)
        #expect(source.trimmingEnd(0..<2) == 0..<0)
    }
}
