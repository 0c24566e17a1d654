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
}
