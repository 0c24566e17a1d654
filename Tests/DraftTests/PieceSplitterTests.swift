import Testing

@testable import Draft

/// How a text is cut where CommonMark and the eye may see different things.
@Suite struct PieceSplitterTests {
    /// The pieces of a text: its headings after `#`, and all of them with `|` for line breaks.
    private func pieces(_ text: String) -> [String] {
        let pieces = PieceSplitter.pieces(of: Array(text.utf8))
        #expect(pieces.bytes == Array(text.utf8))
        return pieces.parts.flatMap { part in
            (part.heading.map { ["#" + written($0)] } ?? []) + part.pieces.map(written)
        }
    }

    private func written(_ piece: IssuePiece) -> String {
        String(decoding: piece.bytes, as: UTF8.self).split(separator: "\n").joined(separator: "|")
    }

    @Test(arguments: [
        // Thematic breaks are no items, and end them.
        ("* a\n* * *\n* b\n", ["* a", "* * *", "* b"]), ("* a\n---\n* b\n", ["* a", "---", "* b"]),
        ("a\n_ _ _\nb\n", ["a", "_ _ _", "b"]),
        // A fence after backticks has no backtick in its info string, and a closing one no info string.
        ("``` a`b\n* c\n", ["``` a`b", "* c"]), ("~~~ a`b\n* c\n~~~\n", ["~~~ a`b|* c|~~~"]),
        ("```\n``` c\n* d\n```\n* e\n", ["```|``` c|* d|```", "* e"]), ("a\n    ```\nb\n", ["a|    ```|b"]),
        // What is never closed takes one line.
        ("```\n* a\n", ["```", "* a"]), ("<!-- a\n* b\n", ["<!-- a", "* b"]),
        ("<!-- a\n\n* b\n--> c\nd\n", ["<!-- a||* b|--> c", "d"]),
        // Definitions have an address.
        ("[a]: b\n[c]: d\n", ["[a]: b", "[c]: d"]), ("[a]:\nb\n", ["[a]:|b"]), ("    [a]: b\nc\n", ["    [a]: b|c"]),
        // Headings are underlined, or have number signs and are not indented far.
        ("# a\n  ## b\n", ["## a", "#  ## b"]), ("a\n    # b\n", ["a|    # b"]), ("    # a\n", ["    # a"]),
        ("a\n===\nb\n", ["#a|===", "b"]), ("a\nb\n  --- \n* c\n", ["#a|b|  --- ", "* c"]),
        ("a\n=== b\n", ["a|=== b"]), ("* a\n===\n", ["* a|==="]),
        // What git puts between two sides is no underline.
        ("<<<<<<< x\na\n=======\nb\n>>>>>>> y\n", ["<<<<<<< x|a|=======|b|>>>>>>> y"]),
    ])
    func cutsWhereBlocksBegin(text: String, wanted: [String]) {
        #expect(pieces(text) == wanted.map { $0.replacing("||", with: "|") })
    }

    @Test func mergesSectionsWithUnderlinedHeadings() {
        let base = "Title: W\nDate: 2026-03-04\n\nNews\n----\n\nTools\n-----\n"
        let outcome = IssueMerge.merge(
            base: Array(base.utf8),
            main: Array(base.replacing("\n\nTools", with: "\n* [A](https://a.org)\n\nTools").utf8),
            branch: Array((base.replacing("News\n----", with: "## News") + "* [B](https://b.org)\n").utf8))
        #expect(
            String(decoding: outcome.bytes, as: UTF8.self)
                == "Title: W\nDate: 2026-03-04\n\n## News\n* [A](https://a.org)\n\nTools\n-----\n* [B](https://b.org)\n"
        )
        #expect(outcome.conflicts.isEmpty)
    }
}
