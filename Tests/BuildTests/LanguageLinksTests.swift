import Testing

@testable import Build

@Suite struct LanguageLinksTests {
    @Test(arguments: [
        (
            "<li>[ES] <a href=\"x\">Título</a></li>",
            "<li>[ES] <a lang=\"es\" hreflang=\"es\" href=\"x\">Título</a></li>"
        ),
        (
            "<li><a href=\"x\">[ZH-CN] Title</a></li>",
            "<li><a lang=\"zh-CN\" hreflang=\"zh-CN\" href=\"x\">[ZH-CN] Title</a></li>"
        ),
        (
            "[FR] [video]\n<a href=\"x\">a</a> <a href=\"y\">b</a>",
            "[FR] [video]\n<a lang=\"fr\" hreflang=\"fr\" href=\"x\">a</a> <a href=\"y\">b</a>"
        ),
        (
            "[video] [JP] <a href=\"x\">a</a>", "[video] [JP] <a lang=\"ja\" hreflang=\"ja\" href=\"x\">a</a>"
        ),
        (
            "<a class=\"here\" href=\"#e\"></a>[DE] <a href=\"x\">a</a>",
            "<a class=\"here\" href=\"#e\"></a>[DE] <a lang=\"de\" hreflang=\"de\" href=\"x\">a</a>"
        ),
    ])
    func marksLinks(body: String, marked: String) {
        let result = LanguageLinks.marked(in: Array(body.utf8), publication: "en-GB")
        #expect(String(decoding: result, as: UTF8.self) == marked)
    }

    @Test(arguments: [
        "[EN] <a href=\"x\">a</a>", "[PR] <a href=\"x\">a</a>", "[ES] words <a href=\"x\">a</a>", "[ES]", "[E", "[",
        "<a href=\"x\">Array[ES] a</a>", "[ES] <code>a</code> <a href=\"x\">a</a>", "[es] <a href=\"x\">a</a>",
        "[ES] [", "<p>[ES] a</p>",
    ])
    func leavesOtherLinks(body: String) {
        #expect(LanguageLinks.marked(in: Array(body.utf8), publication: "en-GB") == Array(body.utf8))
    }

    @Test func marksPagesButNotFeeds() async throws {
        var files = SmallWeekly.files
        files["content/2026-03-18-weekly-4.md"] =
            "Title: Weekly 4\nNumber: 4\nDate: 2026-03-18\n\n## News\n\n* [ES] [Hola](https://example.org/hola)\n"
        let publication = try await MemoryPublication.built(files)
        let link = "<a lang=\"es\" hreflang=\"es\" href=\"https://example.org/hola\">"
        #expect(publication.text("blog/2026/03/18/weekly-4/index.html").contains(link))
        #expect(publication.text("atom.xml").contains("https://example.org/hola"))
        #expect(!publication.text("atom.xml").contains("hreflang=&quot;"))
        #expect(!publication.text("rss.xml").contains("hreflang"))
    }
}
