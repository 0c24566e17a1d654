import Markdown
import Testing

@Suite struct HTMLRendererTests {
    @Test(arguments: [
        (
            "Some *em*, **strong**, ~~gone~~, `code <b>`",
            "<p>Some <em>em</em>, <strong>strong</strong>, <del>gone</del>, <code>code &lt;b&gt;</code></p>\n"
        ),
        ("a\nb  \nc", "<p>a\nb<br>\nc</p>\n"), ("a & b < c \"d\"", "<p>a &amp; b &lt; c &quot;d&quot;</p>\n"),
        ("---", "<hr>\n"),
        ("* a\n* b\n  * c", "<ul>\n<li>a</li>\n<li>b\n<ul>\n<li>c</li>\n</ul>\n</li>\n</ul>\n"),
        ("* a\n\n* b", "<ul>\n<li>\n<p>a</p>\n</li>\n<li>\n<p>b</p>\n</li>\n</ul>\n"),
        ("3. a\n4. b", "<ol start=\"3\">\n<li>a</li>\n<li>b</li>\n</ol>\n"),
        ("1. a", "<ol>\n<li>a</li>\n</ol>\n"), ("> a\n\nb", "<blockquote>\n<p>a</p>\n</blockquote>\n<p>b</p>\n"),
        (
            "```rust,ignore x\nlet a = \"<\";\n```",
            "<pre><code class=\"language-rust,ignore\">let a = &quot;&lt;&quot;;\n</code></pre>\n"
        ),
        ("    let a;", "<pre><code>let a;\n</code></pre>\n"),
    ])
    func writesWhatCommonMarkSays(markdown: String, page: String) {
        #expect(html(markdown) == page)
    }

    @Test func writesTables() {
        let page = html("| a | b | c | d |\n|:-|:-:|-:|-|\n| 1 | [2](u) | `3` |\n")
        #expect(
            page == """
                <table>
                <thead>
                <tr>
                <th style="text-align: left">a</th>
                <th style="text-align: center">b</th>
                <th style="text-align: right">c</th>
                <th>d</th>
                </tr>
                </thead>
                <tbody>
                <tr>
                <td style="text-align: left">1</td>
                <td style="text-align: center"><a href="u">2</a></td>
                <td style="text-align: right"><code>3</code></td>
                <td></td>
                </tr>
                </tbody>
                </table>

                """)
    }

    @Test(arguments: [
        ("![Alt *text*](a.png)", "<p><img src=\"a.png\" alt=\"Alt text\"></p>\n"),
        ("see ![A](a.png \"T\") there", "<p>see <img src=\"a.png\" alt=\"A\" title=\"T\"> there</p>\n"),
        (
            "![A \"b\"](a.png \"The <caption>\")",
            "<figure><img src=\"a.png\" alt=\"A &quot;b&quot;\"><figcaption>The &lt;caption&gt;</figcaption></figure>\n"
        ),
    ])
    func writesPictures(markdown: String, page: String) {
        #expect(html(markdown) == page)
    }

    @Test func givesHeadingsTheirIDs() {
        let (page, headings) = MarkdownTests.page(of: "# A *b* [c](u)\n## A b c\n### `x<y>`\n")
        #expect(
            String(decoding: page, as: UTF8.self)
                == "<h1 id=\"a-b-c\">A <em>b</em> <a href=\"u\">c</a></h1>\n<h2 id=\"a-b-c_1\">A b c</h2>\n<h3 id=\"xy\"><code>x&lt;y&gt;</code></h3>\n"
        )
        #expect(
            headings == [
                Heading(level: 1, id: "a-b-c", text: "A b c", html: "A b c"),
                Heading(level: 2, id: "a-b-c_1", text: "A b c", html: "A b c"),
                Heading(level: 3, id: "xy", text: "x<y>", html: "<code>x&lt;y&gt;</code>"),
            ])
    }

    @Test func keepsTheAddressOfWhatWasAHeadingOnce() {
        #expect(
            html("fixed in\n#122010, which *undoes* it\nmore")
                == "<p><a id=\"122010-which-undoes-it\"></a>fixed in\n#122010, which <em>undoes</em> it\nmore</p>\n")
        #expect(html("see #12 and\n* #13") == "<p>see #12 and</p>\n<ul>\n<li>#13</li>\n</ul>\n")
    }
}
