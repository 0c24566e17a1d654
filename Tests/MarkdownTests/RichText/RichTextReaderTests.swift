import Testing

@testable import Markdown

@Suite struct RichTextReaderTests {
    private func blocks(_ html: String) -> [RichBlock] { RichTextReader.blocks(of: Array(html.utf8)) }

    @Test(
        arguments: [
            ("<p>a  b\n c </p>", [.paragraph([.text("a b c")])]),
            ("a<br>b", [.paragraph([.text("a"), .lineBreak, .text("b")])]),
            ("<h2 id=\"x\">T <em>e</em></h2>", [.heading(level: 2, [.text("T "), .styled(.emphasis, [.text("e")])])]),
            (
                "<p><b>x</b><i>y</i><code>z</code></p>",
                [
                    .paragraph([
                        .styled(.strong, [.text("x")]), .styled(.emphasis, [.text("y")]), .styled(.code, [.text("z")]),
                    ])
                ]
            ),
            ("<p>&lt;T&gt; &amp; &rsquo;&nbsp;&#8217;&unknown;</p>", [.paragraph([.text("<T> & ’\u{A0}’&unknown;")])]),
            ("<p>Vec<T> and <Foo></p>", [.paragraph([.text("Vec<T> and <Foo>")])]),
            ("<p></p><p> </p>", []),
            ("<pre><code>a\n  b\n</code></pre>", [.code("a\n  b")]),
            ("<hr>", [.rule]),
            ("<blockquote><p>q</p></blockquote>", [.quote([.paragraph([.text("q")])])]),
        ] as [(String, [RichBlock])])
    func reads(html: String, expected: [RichBlock]) {
        #expect(blocks(html) == expected)
    }

    @Test(arguments: [
        ("<script>x()</script><style>p{}</style>a", "a"),
        ("<p onclick=\"x()\" style=\"color:red\">a</p>", "a"),
        ("<center><font color=red>a</font></center>", "a"),
        ("<p>a<div>b</div>c</p>", "a|b|c"),
        ("<details><summary>s</summary><p>d</p></details>", "s|d"),
        ("<p>a<!-- hidden -->b</p>", "ab"),
        ("<svg><text>x</text></svg>a", "a"),
        ("<strong><p>a</p><p>b</p></strong>", "a|b"),
        ("<p>a<p>b", "a|b"),
        ("<dl><dt>t<dd>d</dl>", "t|d"),
        ("<p>a\u{0}\u{1}b\u{85}</p>", "ab"),
        ("</p></div>a", "a"),
    ])
    func leavesLayoutOut(html: String, expected: String) {
        let texts = blocks(html).map { block in
            if case .paragraph(let line) = block { line.map(\.plainText).joined() } else { "?" }
        }
        #expect(texts.joined(separator: "|") == expected)
    }

    @Test(arguments: [
        ("https://example.org/a?b=1&amp;c=2", "https://example.org/a?b=1&c=2"),
        ("http://example.org/a b|c", "http://example.org/a%20b%7Cc"),
        ("mailto:a@example.org", "mailto:a@example.org"),
        ("javascript:alert(1)", nil), ("data:text/html,x", nil), ("file:///etc/passwd", nil), (" JAVASCRIPT:x", nil),
        ("/relative", nil), ("https://", nil), ("", nil),
    ])
    func keepsSafeLinks(url: String, expected: String?) {
        let expected: [RichBlock] = [.paragraph([expected.map { .link(url: $0, [.text("x")]) } ?? .text("x")])]
        #expect(blocks("<a href=\"\(url)\">x</a>") == expected)
    }

    @Test func nestsNoLinks() {
        let html = "<a href=\"https://a.example\">x <a href=\"https://b.example\">y</a></a>"
        #expect(blocks(html) == [.paragraph([.link(url: "https://a.example", [.text("x y")])])])
    }

    @Test func namesLinksThatArePictures() {
        let html = "<a href=\"https://a.example/x\"><img src=\"https://a.example/i.png\"></a>"
        let image = RichImage(url: "https://a.example/i.png", alternative: "a.example", width: nil)
        #expect(blocks(html) == [.paragraph([.link(url: "https://a.example/x", [.image(image)])])])
    }

    @Test func readsLists() {
        let html = "<ul><li>a<li><p>b</p><ol start=3><li>c</li></ol></li><p>stray</p></ul>"
        #expect(
            blocks(html) == [
                .list(
                    RichList(
                        start: nil,
                        items: [
                            [.paragraph([.text("a")])],
                            [
                                .paragraph([.text("b")]),
                                .list(RichList(start: 3, items: [[.paragraph([.text("c")])]])),
                                .paragraph([.text("stray")]),
                            ],
                        ]))
            ])
    }

    @Test func fillsTables() {
        let html = "<table><tr><th>h<td>1</td></tr><tr><td>2</table>"
        #expect(
            blocks(html) == [
                .table([
                    [
                        RichCell(isHeader: true, content: [.text("h")]),
                        RichCell(isHeader: false, content: [.text("1")]),
                    ],
                    [RichCell(isHeader: false, content: [.text("2")]), RichCell(isHeader: false, content: [])],
                ])
            ])
    }

    @Test func turnsVideosIntoLinks() {
        #expect(
            blocks("<iframe src=\"https://v.example/1\" title=\"Talk\"></iframe>") == [
                .paragraph([.link(url: "https://v.example/1", [.text("Talk")])])
            ])
    }

    /// Deeply nested elements cost neither the stack nor quadratic time, and lose no text.
    @Test func readsDeepNesting() {
        let html = String(repeating: "<div><b>", count: 20_000) + "a"
        #expect(blocks(html).count == 1)
    }
}
