import TestKit
import Testing

@testable import Markdown

@Suite struct LineScannerTests {
    /// A text, and for each of its lines a letter or two; see ``signs(of:)``.
    struct Case: Sendable, CustomTestStringConvertible {
        var text: String
        var signs: String

        init(_ text: String, _ signs: String) {
            self.text = text
            self.signs = signs
        }

        var testDescription: String { text.debugDescription }
    }

    @Test(arguments: cases)
    func statesWhatEachLineIs(of example: Case) {
        #expect(Self.signs(of: example.text) == example.signs)
        #expect(BlockOutline.dispute(about: Array(example.text.utf8)) == nil)
        #expect(DefinitionComparison.disputed(in: Array(example.text.utf8)) == [])
    }

    static let cases = [
        // Headings
        Case("# a\n## b\n####### c\n#d\n", "h1 h2 t t"),
        Case("text\n   # a\n    # b\n", "t h1 c"),
        Case("text\n    # b\n", "t t"),
        Case("Title\n=====\n\nTitle\n---\n", "H1 _ . H2 _"),
        Case("two\nlines\n  ---  \n---\n", "H2 H2 _ -"),
        Case("[a]: b\nTitle\n===\n[a]: b\n===\n===\n", "d H1 _ d H1 _"),
        Case("> a\n===\n", "1t 1t"),
        Case("* a\n---\n* b\n===\n", "1*t - 1*t 1t"),
        Case("* a\n  ===\n", "1*H1 1_"),
        Case("# a\n===\n", "h1 t"),
        // Thematic breaks
        Case("* * *\n***\n- - -\n_ _ _\n--\n** *a\n", "- - - - t t"),
        Case("* a\n* * *\n* b\n  * * *\n", "1*t - 1*t 1-"),
        Case("a\n* * *\n", "t -"),
        // Fences
        Case("```swift\n# a\n``` x\n```\ntext\n", "f k k F t"),
        Case("``` a`b\n# a\n", "t h1"),
        Case("~~~ a`b~\n~~\n~~~~ \n", "f k F"),
        Case("````\n```\n`````\n", "f k F"),
        Case("    ```\na\n", "c t"),
        Case("```\nnever closed\n# a\n", "f k k"),
        Case("* ```\n  a\nb\n", "1*f 1k t"),
        Case("> ```\n> a\nb\n", "1f 1k t"),
        // Comments and other HTML
        Case("<!-- a -->\n# b\n<!-- c\n\n# d\n--> e\nf\n", "! h1 ! ! ! ! t"),
        Case("<!-- never closed\n\n# a\n* b\n", "! ! ! !"),
        Case("    <!-- a\n# b\n", "c h1"),
        Case("<!-->\n# a\n", "! h1"),
        Case("* a\n  <!-- b\n# c\n", "1*t 1! h1"),
        Case("text <!-- a\n# b\n", "t h1"),
        Case("<div>\n# a\n\n# b\n", "x x . h1"),
        Case("text\n<div>\n", "t x"),
        Case("text\n<span>\n\n<span a='b'>\n*c*\n\n<T\n", "t t . x x . t"),
        Case("<pre>\n\n</pre>\n# a\n", "x x x h1"),
        // Definitions
        Case("[a]: b\n[c]:\n", "d t"),
        Case("[a]:\n\ntext\n", "t . t"),
        Case("[a]:\n  b\n'title'\ntext\n", "d d d t"),
        Case("[a]: b 'title' c\n", "t"),
        Case("[a]: b\n'title' c\n", "d t"),
        Case("[a\nc]: <b d> (title\nmore)\n", "d d d"),
        Case("text\n[a]: b\n", "t t"),
        Case("   [a]: b\n    [c]: d\n\n    [e]: f\n", "d d . c"),
        Case("   [a]: b\ntext\n    [c]: d\n", "d t t"),
        Case("[]: b\n\n[ ]: b\n", "t . t"),
        Case("* [a]: b\n> [c]: d\n[e]: f\n", "1*d 1d 1d"),
        Case("[a]: b\n# c\n[d]: e\n* f\n", "d h1 d 1*t"),
        // Lists and quotations
        Case("* a\n  b\nc\n\n  d\ne\n\nf\n", "1*t 1t 1t . 1t 1t . t"),
        Case("* a\n\n\n  b\n", "1*t . . 1t"),
        Case("*\n\n  a\n", "1*. . t"),
        Case("* a\n    * b\n      c\n        * d\n", "1*t 2*t 2t 3*t"),
        Case("a\n1. b\n2) c\n\na\n2. b\n", "t 1*t 1*t . t t"),
        Case("a\n*\n*b\n", "t t t"),
        Case("-   a\n\n      b\n- \n      code\n", "1*t . 1t 1*. 1c"),
        Case("*\ta\n\n\tb\n", "1*t . 1t"),
        Case("> * a\n>   b\n> > c\n", "2*t 2t 2t"),
        Case("    * a\n", "c"),
        Case("> a\n\n> b\n", "1t . 1t"),
        // Tables
        Case("text\na | b\n--|--\nc\n# d\n", "t | | | h1"),
        Case("|a|\n|-|\n|\\||\n\n", "| | | ."),
        Case("|a|b|\n|-|\n", "t t"),
        // Line ends
        Case("# a\r\n\r\nb\r\n===\r\n", "h1 . H1 _"),
        Case("# a\r# b\r", "h1 h1"),
        Case("", ""),
        Case("a", "t"),
    ]

    /// The depth of containers (if any), `*` on an item's first line, and a sign for the kind.
    static func signs(of text: String) -> String {
        LineScanner(SourceText(Array(text.utf8))).lines.map { line in
            let depth = line.depth > 0 && line.kind != .blank || line.item != nil ? "\(line.depth)" : ""
            return depth + (line.item == nil ? "" : "*") + sign(line.kind)
        }.joined(separator: " ")
    }

    private static func sign(_ kind: MarkdownLine.Kind) -> String {
        switch kind {
        case .header: ":"
        case .blank: "."
        case .heading(let level): "h\(level)"
        case .underlinedHeading(let level): "H\(level)"
        case .underline: "_"
        case .thematicBreak: "-"
        case .fence: "f"
        case .fencedCode: "k"
        case .fenceEnd: "F"
        case .indentedCode: "c"
        case .comment: "!"
        case .html: "x"
        case .definition: "d"
        case .tableRow: "|"
        case .text: "t"
        }
    }

    @Test func findsLabelsAndDestinations() {
        let text = Array("Title: T\n\n[a b]: <https://example.org/> 'x'\n[c]:\nd\n".utf8)
        let scanner = LineScanner(SourceText(text), fromLine: 3)
        #expect(scanner.definitions.map { String(decoding: text[$0.label], as: UTF8.self) } == ["a b", "c"])
        #expect(
            scanner.definitions.map { String(decoding: text[$0.destination], as: UTF8.self) } == [
                "https://example.org/", "d",
            ])
        #expect(scanner.definitions.map(\.lines) == [2..<3, 3..<5])
        #expect(scanner.lines.prefix(2).map(\.kind) == [.header, .header])
    }

    @Test func findsWhereWordsBegin() {
        let text = Array("##  a\n  *   b\n> 10) c\n\n    d\n".utf8)
        let lines = LineScanner(SourceText(text)).lines
        #expect(
            lines.map { String(decoding: text[$0.content..<$0.bytes.upperBound], as: UTF8.self) } == [
                "a", "b", "c", "", "d",
            ])
        #expect(lines.map(\.quotes) == [0, 0, 1, 0, 0])
        #expect(
            lines.map(\.item) == [
                nil, ItemMarker(mark: UInt8(ascii: "*"), width: 1, number: nil, start: 8),
                ItemMarker(mark: UInt8(ascii: ")"), width: 3, number: 10, start: 16), nil, nil,
            ])
    }

    /// The line scanner and cmark, over the sample issues and every back issue from the first line of its text on.
    @Test func agreesWithTheParserOnIssues() throws {
        for tested in TestIssue.all {
            let source = SourceText(try tested.bytes())
            let body = Array(source.bytes[source.start(ofLine: HeaderReader.fields(of: source).bodyLine)...])
            #expect(BlockOutline.dispute(about: body) == nil, "\(tested.name)")
            #expect(DefinitionComparison.disputed(in: body) == [], "\(tested.name)")
        }
    }

    /// The same over texts that were spoilt so that everything occurs everywhere.
    @Test func agreesWithTheParserOnSpoiltText() throws {
        for tested in TestIssue.samples + TestIssue.backIssues.suffix(200) {
            var random = SeededGenerator(seededBy: tested.name)
            let mutations = [Mutation.lines, .carriageReturns, .markup]
            for mutation in (0..<tested.rounds).flatMap({ _ in mutations }) {
                var bytes = mutation.spoil(try tested.bytes(), using: &random)
                // The header's reader takes the mark away, the parser does it by itself.
                if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
                // The parser replaces what isn't UTF-8, and no issue is read that has any.
                guard TextValidation.firstFault(in: bytes) == nil else { continue }
                #expect(BlockOutline.dispute(about: bytes) == nil, "\(tested.name) \(mutation)")
                #expect(DefinitionComparison.disputed(in: bytes) == [], "\(tested.name) \(mutation)")
            }
        }
    }
}
