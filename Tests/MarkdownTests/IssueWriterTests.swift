import Markdown
import Newsletter
import TestKit
import Testing

@Suite struct IssueWriterTests {
    private static let text = MarkedText("1️⃣* a2️⃣\n3️⃣* b\n  b4️⃣\n\n5️⃣* c6️⃣")

    @Test func givesBackTheVeryBytes() throws {
        let bytes: [UInt8] = [0xFF, 0x00, 0x0D, 0x0A, 0xC3]
        #expect(try IssueWriter(bytes).bytes() == bytes)
        #expect(try IssueWriter([]).bytes() == [])
    }

    @Test func insertsLines() throws {
        #expect(try edited { try $0.insert("* x", before: b) } == "* a\n* x\n* b\n  b\n\n* c")
        #expect(try edited { try $0.insert("* x\n* y\n", after: b) } == "* a\n* b\n  b\n* x\n* y\n\n* c")
        #expect(try edited { try $0.insert("* x", before: a) } == "* x\n* a\n* b\n  b\n\n* c")
    }

    @Test func endsALastLineBeforeAnotherFollows() throws {
        let inserted = try edited {
            try $0.insert("* x", after: c)
            try $0.insert("* y", after: c)
        }
        #expect(inserted == "* a\n* b\n  b\n\n* c\n* x\n* y\n")
    }

    @Test func replacesRemovesAndMoves() throws {
        #expect(try edited { try $0.replace(b, with: "* é") } == "* a\n* é\n\n* c")
        #expect(try edited { try $0.remove(b) } == "* a\n\n* c")
        #expect(try edited { try $0.remove(c) } == "* a\n* b\n  b\n\n")
        #expect(try edited { try $0.move(b, before: a) } == "* b\n  b\n* a\n\n* c")
        #expect(try edited { try $0.move(a, before: c) } == "* b\n  b\n\n* a\n* c")
        #expect(try edited { try $0.move(c, before: a) } == "* c\n* a\n* b\n  b\n\n")
        #expect(try edited { try $0.move(b, before: b) } == Self.text.text)
    }

    @Test func appliesEditsTogetherInAnyOrder() throws {
        let all = try edited {
            try $0.remove(c)
            try $0.insert("* y", before: b)
            try $0.replace(a, with: "* A")
            try $0.insert("* z", before: b)
        }
        #expect(all == "* A\n* y\n* z\n* b\n  b\n\n")
    }

    @Test func refusesEditsOfTheSameText() throws {
        var writer = IssueWriter(Self.text.bytes)
        writer.remove(try b)
        writer.replace(try b, with: "x")
        #expect { try writer.bytes() } throws: { "\($0)" == "two edits change the same text at 2:1" }
    }

    @Test(arguments: [
        ("* a\r\n* b\r\n", "* a\r\n* x\r\n* b\r\n"), ("* a\r\n* b", "* a\r\n* x\r\n* b"),
        ("* a\n* b\r\n", "* a\n* x\n* b\r\n"),
    ])
    func usesTheLineBreaksOfTheText(text: String, expected: String) throws {
        let source = SourceText(Array(text.utf8))
        var writer = IssueWriter(source.bytes)
        writer.insert("* x", after: source.range(0..<3))
        #expect(String(decoding: try writer.bytes(), as: UTF8.self) == expected)
    }

    private var a: SourceRange { get throws { try range("1️⃣", "2️⃣") } }
    private var b: SourceRange { get throws { try range("3️⃣", "4️⃣") } }
    private var c: SourceRange { get throws { try range("5️⃣", "6️⃣") } }

    private func range(_ start: String, _ end: String) throws -> SourceRange {
        SourceText(Self.text.bytes).range(try #require(Self.text.range(start, end)))
    }

    private func edited(_ edit: (inout IssueWriter) throws -> Void) throws -> String {
        var writer = IssueWriter(Self.text.bytes)
        try edit(&writer)
        return String(decoding: try writer.bytes(), as: UTF8.self)
    }
}

struct LineBreakTests {
    @Test func givesInsertedLinesTheBreaksOfTheFile() throws {
        let text = Array("a\r\nb\r\n".utf8)
        var writer = IssueWriter(text)
        writer.insert("x\ny\n", after: SourceText(text).range(0..<1))
        #expect(try String(decoding: writer.bytes(), as: UTF8.self) == "a\r\nx\r\ny\r\nb\r\n")
    }

    @Test(arguments: ["* a\r\n* b\n* c\r\n", "* a\n* b\r\n* c\n", "* a\n* b\r* c\n"])
    func movesLinesWithTheirOwnEnds(text: String) throws {
        let bytes = Array(text.utf8)
        let source = SourceText(bytes)
        let starts = source.lineStarts
        var writer = IssueWriter(bytes)
        writer.move(source.range(starts[1]..<(starts[1] + 3)), before: source.range(0..<3))
        let lines = [bytes[starts[1]..<starts[2]], bytes[..<starts[1]], bytes[starts[2]...]]
        #expect(try writer.bytes() == Array(lines.joined()))
    }
}
