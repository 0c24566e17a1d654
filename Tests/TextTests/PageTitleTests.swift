import Testing

@testable import Text

@Suite struct PageTitleTests {
    @Test(
        arguments: [
            ("<html><head><title>Tea</title>", "Tea"), ("<TITLE lang='en'>\n Tea &amp;\n cake </TITLE>", "Tea & cake"),
            ("<title>&lt;T&gt; &#38; &#x1F980; &mdash; &nope; & so</title>", "<T> & 🦀 — &nope; & so"),
            ("<title></title>", nil), ("<title>never closed", nil), ("<title", nil), ("", nil),
            ("<title>&#xD800;&#99999999;</title>", "&#xD800;&#99999999;"),
            ("<!-- <title>No</title> --><script>'<title>No</title>'</script><title>Tea</title>", "Tea"),
            ("<title>Tea&#10;and&#x3000;cake&#27;\u{2028}&nbsp;</title>", "Tea and cake"),
            ("<title></title><svg><title>Arrow</title></svg>", nil), ("<titles>No</titles><title>Tea</title>", "Tea"),
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

    @Test func readsTitlesOfOneBytePerLetter() {
        let page = Array("<title>Caf".utf8) + [0xE9] + Array("</title>".utf8)
        #expect(PageTitle.title(of: page) == "Café")
    }

    @Test func looksForTheTitleNearTheBeginning() {
        let far = String(repeating: " ", count: 262_144)
        #expect(PageTitle.title(of: Array("\(far)<title>Tea</title>".utf8)) == nil)
        #expect(PageTitle.title(of: Array("<title>Tea</title>\(far)é".utf8)) == "Tea")
    }

    @Test func keepsATitleOf1000Characters() {
        let text = String(repeating: "é", count: 1_000)
        #expect(PageTitle.title(of: Array("<title>\(text)</title>".utf8)) == text)
    }
}
