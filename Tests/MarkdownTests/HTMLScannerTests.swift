import Testing

@testable import Markdown

@Suite struct HTMLScannerTests {
    @Test(arguments: [
        ("a<b>c</b>", ["text a", "start b", "text c", "end b"]),
        ("<A HREF='x' id=\"y\" z checked>", ["start a href=x id=y z= checked="]),
        ("<img src=x/>", ["start img src=x/"]), ("<br/>", ["start br /"]), ("<br / >", ["start br /"]),
        ("<a href = x>", ["start a href=x"]),
        ("<a title='>'>", ["start a title=>"]), ("<!-- a > b -->c", ["comment", "text c"]),
        ("<!-->c", ["comment", "text c"]), ("<!-- a", ["comment"]),
        ("<!DOCTYPE html>", ["comment"]), ("<?xml ?>", ["comment"]), ("<", ["stray"]),
        ("a < b", ["text a ", "stray", "text  b"]), ("<3", ["stray", "text 3"]),
        ("<div", ["stray", "text div"]), ("<a href=\"x>", ["stray", "text a href=\"x>"]), ("</div >", ["end div"]),
        ("</>", ["stray", "text />"]),
        ("<a =x>", ["start a =x="]), ("<ä>", ["stray", "text ä>"]), ("", []),
    ])
    func splitsAsABrowserDoes(html: String, pieces: [String]) {
        #expect(Self.pieces(of: html) == pieces)
    }

    @Test(
        .timeLimit(.minutes(20)),
        arguments: [
            ("<a ", ""), ("<a", ""), ("<a", " b=\">"), ("<a b=\"", "'>"), ("<a b='\"", ">'"), ("<a b=<a/", " c=\">"),
            ("</a ", ""), ("<a = ", ""), ("<a b=\"x\" ", ""), ("<a b=' ", ">"),
        ])
    func isQuickWithTagsThatNeverEnd(tag: String, end: String) {
        #expect(Self.pieces(of: String(repeating: tag, count: 200_000) + end).isEmpty == false)
    }

    @Test func goesOnBehindATagThatNeverEnds() {
        #expect(
            Self.pieces(of: "<a b=\"x> <b c='y'>z</b> <i <u d='") == [
                "stray", "text a b=\"x> ", "start b c=y", "text z", "end b", "text  ", "stray", "text i ", "stray",
                "text u d='",
            ])
    }

    @Test(arguments: [
        ("&amp;&lt;&gt;&quot;&apos;", "&<>\"'"), ("&#65;&#x42;&#X43;", "ABC"), ("a&b", "a&b"), ("&copy;", "&copy;"),
        ("&#1114112;", "&#1114112;"), ("&#xD800;", "&#xD800;"), ("&", "&"),
        ("?a=1&amp;b=2&c=3;", "?a=1&b=2&c=3;"),
    ])
    func decodesCharacterReferences(text: String, decoded: String) {
        #expect(HTMLEntities.decoded(text) == decoded)
    }

    private static func pieces(of html: String) -> [String] {
        Array(html.utf8).withUnsafeBufferPointer { bytes in
            func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }
            var scanner = HTMLScanner(bytes)
            var pieces: [String] = []
            while let piece = scanner.next() {
                switch piece {
                case .text(let range): pieces.append("text " + text(range))
                case .startTag(let tag):
                    let attributes = tag.attributes.map { " \($0.name)=\(text($0.value))" }.joined()
                    pieces.append("start \(tag.name)\(attributes)\(tag.isSelfClosing ? " /" : "")")
                case .endTag(let name, _): pieces.append("end " + name)
                case .comment: pieces.append("comment")
                case .strayBracket: pieces.append("stray")
                }
            }
            return pieces
        }
    }
}
