import Testing

@testable import Draft

@Suite struct PageTitleTests {
    @Test(
        arguments: [
            ("<html><head><title>Tea</title>", "Tea"), ("<TITLE lang='en'>\n Tea &amp;\n cake </TITLE>", "Tea & cake"),
            ("<title>&lt;T&gt; &#38; &#x1F980; &mdash; &nope; & so</title>", "<T> & 🦀 — &nope; & so"),
            ("<title></title>", nil), ("<title>never closed", nil), ("<title", nil), ("", nil),
            ("<title>&#xD800;&#99999999;</title>", "&#xD800;&#99999999;"),
        ] as [(String, String?)])
    func readsWhatAPageCallsItself(html: String, title: String?) {
        #expect(PageTitle.title(of: Array(html.utf8)) == title)
    }

    @Test(arguments: [
        String(repeating: "x", count: 200_000), String(repeating: "&lt;", count: 50_000),
        "x" + String(repeating: "\u{301}", count: 90_000), String(repeating: "x", count: 1_001),
    ])
    func cutsALongTitle(text: String) throws {
        let title = try #require(PageTitle.title(of: Array("<title>\(text)</title>".utf8)))
        #expect(title.count <= 1_000 && title.utf8.count <= 8_010 && title.hasSuffix("…"))
    }

    @Test func keepsATitleOf1000Characters() {
        let text = String(repeating: "é", count: 1_000)
        #expect(PageTitle.title(of: Array("<title>\(text)</title>".utf8)) == text)
    }
}
