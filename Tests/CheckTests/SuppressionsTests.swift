import Newsletter
import Testing

@testable import Check

@Suite struct SuppressionsTests {
    private func lines(_ text: String) throws -> [Int] {
        try Checking().findings(MalformedURL.self, text).map { $0.range.start.line - 4 }
    }

    @Test func silencesTheLineThatItStandsOn() throws {
        #expect(try lines("# Links\n* [A](a) <!-- sennight-ignore: malformed-url -->\n* [B](b)\n") == [3])
    }

    @Test func silencesTheEntryThatFollows() throws {
        #expect(
            try lines(
                "# Links\n\n<!-- sennight-ignore: malformed-url, duplicate-link -->\n* [A](a)\n  * [B](b)\n* [C](c)\n")
                == [6])
    }

    @Test func silencesTheSectionThatFollows() throws {
        #expect(
            try lines("<!-- sennight-ignore: malformed-url -->\n# Links\n[A](a)\n\n[B](b)\n# News\n[C](c)\n") == [7])
    }

    @Test func silencesTheFile() throws {
        #expect(try lines("# Links\n[A](a)\n\n<!-- sennight-ignore-file: malformed-url -->\n") == [])
    }

    @Test func silencesOnlyWhatItNames() throws {
        #expect(try lines("# Links\n* [A](a) <!-- sennight-ignore: duplicate-link -->\n") == [2])
        #expect(try lines("# Links\n* [A](a) <!-- sennight-ignore -->\n") == [2])
    }
}
