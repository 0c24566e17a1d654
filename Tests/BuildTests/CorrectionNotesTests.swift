import Markdown
import Testing

@testable import Build

@Suite struct CorrectionNotesTests {
    /// Puts notes where `|` and a kind mark the anchors: `h` a heading, `e` an entry, `b` a block.
    private func noted(_ marked: String) -> String {
        var html: [UInt8] = []
        var anchors: [BodyAnchor] = []
        for (index, part) in marked.split(separator: "|", omittingEmptySubsequences: false).enumerated() {
            guard index > 0, let kind = part.first else {
                html += part.utf8
                continue
            }
            anchors.append(
                BodyAnchor(kind == "h" ? .heading : kind == "e" ? .entry : .block, id: "\(index)", offset: html.count))
            html += part.dropFirst().utf8
        }
        let before = html
        let offsets = anchors.map { Array(before[$0.offset...].prefix(2)) }
        CorrectionNotes.add(["1": Array("[1]".utf8), "2": Array("[2]".utf8)], to: &html, &anchors)
        #expect(anchors.map { Array(html[$0.offset...].prefix(2)) } == offsets, "anchors stay where they were")
        return String(decoding: html, as: UTF8.self)
    }

    @Test(
        arguments: [
            ("<li|e><a>A</a></li>", "<li><a>A</a>[1]</li>"),
            ("<li|e>\n<p>A</p>\n<p>B</p>\n</li>", "<li>\n<p>A[1]</p>\n<p>B</p>\n</li>"),
            ("<ul>\n<li|e>A\n<ul>\n<li|e>B</li>\n</ul>\n</li>", "<ul>\n<li>A[1]\n<ul>\n<li>B[2]</li>\n</ul>\n</li>"),
            ("<h2 id=\"x\">|h<em>X</em></h2>\n<p>", "<h2 id=\"x\"><em>X</em></h2>[1]\n<p>"),
            ("|b<p>A <br>\nB</p>", "<p>A <br>\nB[1]</p>"), ("<blockquote|e>\n<p>Q</p>", "<blockquote>\n<p>Q[1]</p>"),
            ("<p>A</p>\n|b<table>", "<p>A</p>[1]\n<table>"), ("<li|e>A", "<li>A"), ("<li>A</li>", "<li>A</li>"),
        ])
    func putsNotesAfterTheFirstLine(marked: String, noted: String) {
        #expect(self.noted(marked) == noted)
    }
}
