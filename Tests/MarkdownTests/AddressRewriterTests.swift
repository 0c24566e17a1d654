import Markdown
import Testing

@Suite struct AddressRewriterTests {
    @Test(arguments: [
        ("<a href=\"#top\">", "<a href=\"https://example.org/blog/1/#top\">"),
        ("<a href=\"/rss.xml\">", "<a href=\"https://example.org/rss.xml\">"),
        ("<img src=\"a.png\" alt=\"a\">", "<img src=\"https://example.org/blog/1/a.png\" alt=\"a\">"),
        ("<a href='?x:y'>", "<a href='https://example.org/blog/1/?x:y'>"),
        ("<a href=\"//cdn.example.org/\">", "<a href=\"https://cdn.example.org/\">"),
        ("<a href=\"mailto:a@b\">", "<a href=\"mailto:a@b\">"),
        ("<a href=\"https://x.org/\" id=\"/y\">", "<a href=\"https://x.org/\" id=\"/y\">"),
        ("<a href=x>", "<a href=https://example.org/blog/1/x>"),
        ("href=\"/x\" &lt;a href=\"/x\"&gt;", "href=\"/x\" &lt;a href=\"/x\"&gt;"),
        ("<p>ä</p><a href=\"/ä\">", "<p>ä</p><a href=\"https://example.org/ä\">"),
        ("<a href=\"/x", "<a href=\"/x"),
    ])
    func makesAddressesAbsolute(html: String, absolute: String) {
        let output = AddressRewriter.absolute(
            Array(html.utf8), page: "https://example.org/blog/1/", root: "https://example.org/")
        #expect(String(decoding: output, as: UTF8.self) == absolute)
    }

    @Test func beginsFromTheHostWhereTheSiteHasAPath() {
        let output = AddressRewriter.absolute(
            Array("<a href=\"/w/x\">".utf8), page: "https://example.org/w/1/", root: "https://example.org/w/")
        #expect(String(decoding: output, as: UTF8.self) == "<a href=\"https://example.org/w/x\">")
    }
}
