import Newsletter
import Testing

@testable import Build
@testable import Markdown

@Suite struct MailTextTests {
    private func text(_ html: String, links: MailSettings.LinkStyle = .numbered) -> String {
        let parts = MailContent.parts(of: RichTextReader.blocks(of: Array(html.utf8)))
        return MailText.texts(of: parts, links: links).joined(separator: "\n\n")
    }

    @Test func numbersLinksAfterEachSection() {
        let html = """
            <h2>News</h2><ul><li><a href="https://a.example/1">One</a></li><li><a href="https://a.example/2">Two</a> by <a href="https://a.example/1">One</a></li></ul>
            <h3>Older</h3><p><a href="https://a.example/3">Three</a></p>
            """
        #expect(
            text(html) == """
                News
                ====

                * One [1]
                * Two [2] by One [3]

                [1] https://a.example/1
                [2] https://a.example/2
                [3] https://a.example/1


                Older
                -----

                Three [4]

                [4] https://a.example/3

                """)
    }

    @Test func showsLinksBesideTheirText() {
        let html = """
            <p><a href="https://a.example/1">One</a>, <a href="https://a.example/">https://a.example/</a>,
            <a href="mailto:b@example.org">b@example.org</a></p>
            """
        #expect(text(html, links: .inline) == "One <https://a.example/1>, https://a.example/, b@example.org\n")
    }

    @Test func indentsWhatIsInLists() {
        let html = """
            <ol start="9"><li><p>a</p><p>b</p></li><li>c<ul><li>d</li></ul></li></ol>
            <blockquote><p>q</p><pre>x<br>  y</pre></blockquote>
            """
        #expect(
            text(html) == """
                9. a

                   b
                10. c
                    * d

                > q
                >
                >     x
                >       y

                """)
    }

    @Test func wrapsAtTheColumn() {
        let lines = text("<ul><li>\(String(repeating: "word ", count: 60))</li></ul>").split(separator: "\n")
        #expect(lines.count == 5)
        #expect(lines.allSatisfy { $0.count <= 72 })
        #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  word") })
    }

    @Test(arguments: [
        ("日本語の文章です。", 10, ["日本語の文", "章です。"]),
        ("一二三四。五", 8, ["一二三", "四。五"]),
        ("aa 一二", 4, ["aa", "一二"]),
        ("a-long-word b", 4, ["a-long-word", "b"]),
        ("", 4, [""]),
    ])
    func wrapsWideCharacters(text: String, width: Int, expected: [String]) {
        #expect(LineWrapping.lines(of: text, width: width) == expected)
    }

    @Test func writesHTMLWithoutAttributes() {
        let html =
            "<h2 id=x class=y>A</h2><ul><li>a<ul><li>b</li></ul></li></ul><p>&lt;T&gt;<T> <img src=https://a.example/i.png width=30></p>"
        let written = MailHTML.html(of: RichTextReader.blocks(of: Array(html.utf8)))
        #expect(
            String(decoding: written, as: UTF8.self) == """
                <h2>A</h2>
                <ul>
                <li>a
                <ul>
                <li>b</li>
                </ul>
                </li>
                </ul>
                <p>&lt;T&gt;&lt;T&gt; <img src="https://a.example/i.png" alt="" width="30"></p>

                """)
    }

    @Test func splitsAtHeadings() {
        let blocks = RichTextReader.blocks(
            of: Array("<p>a</p><h2>b</h2><h3>c</h3><p>d</p><p>e</p><h3>f</h3><p>g</p>".utf8))
        #expect(MailContent.parts(of: blocks).map(\.count) == [1, 4, 2])
    }

    @Test(arguments: [
        (
            "<p>Hello</p><ul><li>One <a href=\"https://a.example\">x</a></li><li>Two</li><li>Three</li><li>Four</li></ul>",
            "One x · Two · Three"
        ),
        ("<p>Hello  you</p>", "Hello you"),
        ("<ul><li>\(String(repeating: "word ", count: 50))</li></ul>", String(repeating: "word ", count: 26) + "word…"),
        ("", ""),
    ])
    func previewsTheFirstEntries(html: String, expected: String) {
        let preheader = MailContent.preheader(of: RichTextReader.blocks(of: Array(html.utf8)))
        #expect(preheader == expected)
    }
}
