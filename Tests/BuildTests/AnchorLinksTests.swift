import Testing

@testable import Build

@Suite struct AnchorLinksTests {
    private static func added(_ html: String) -> String {
        String(decoding: AnchorLinks.added(to: Array(html.utf8), label: "Link"), as: UTF8.self)
    }

    @Test func addsLinksToEntriesAndHeadings() {
        #expect(
            Self.added("<h2 id=\"news\">News</h2>\n<ul>\n<li id=\"eabcdef\"><a href=\"x\">A</a></li>\n")
                == "<h2 id=\"news\"><a class=\"here\" href=\"#news\" aria-label=\"Link\"></a>News</h2>\n<ul>\n"
                + "<li id=\"eabcdef\"><a class=\"here\" href=\"#eabcdef\" aria-label=\"Link\"></a><a href=\"x\">A</a></li>\n"
        )
    }

    @Test(arguments: ["", "<p>a</p>", "<li id=\"", "<li id=\"other\">a", "<li id=\"e\" class=\"x\">", "a < b", "<"])
    func leavesTheRest(html: String) {
        #expect(Self.added(html) == html)
    }

    @Test func givesEntriesLastingIDsWhereTheSiteIsSearched() async throws {
        var files = SmallWeekly.files
        files["sennight.yaml", default: ""] += "search: true\n"
        let publication = try await MemoryPublication.built(files)
        let page = publication.text("blog/2026/03/11/weekly-3/index.html")
        let id = try #require(page.firstRange(of: "<li id=\"e")).upperBound
        let anchor = "e" + page[id...].prefix { $0 != "\"" }
        #expect(page.contains("<a class=\"here\" href=\"#\(anchor)\" aria-label=\"Link to this\"></a>"))
        // The same event in a second region has its section in its id.
        #expect(page.contains("-europe\">"))
        #expect(!publication.text("rss.xml").contains("class=\"here\""))
        // The index leads to the same id.
        let documents = publication.site.paths.filter { $0.hasPrefix("search/d-") }.map(publication.text)
        #expect(documents.contains { $0.contains("\texample.org/cats\t\(anchor.dropFirst())\n") })
    }
}
