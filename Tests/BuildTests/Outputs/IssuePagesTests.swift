import Testing

@Suite struct IssuePagesTests {
    @Test func showsAnIssueBetweenItsNeighbours() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text(
            "blog/2026/03/04/weekly-2-tags-quotes/index.html")
        #expect(page.contains("<h1>Weekly 2: &lt;Tags&gt; &amp; &quot;Quotes&quot;</h1>"))
        #expect(page.contains("<a class=\"older\" rel=\"prev\" href=\"/blog/2025/12/31/weekly-1/\">"))
        #expect(page.contains("<a class=\"newer\" rel=\"next\" href=\"/blog/2026/03/11/weekly-3/\">"))
        #expect(page.contains("<a href=\"https://git.example.org/content/second.md\">"))
    }

    @Test func keepsCommentsAndUnclosedTagsFromThePage() async throws {
        let page = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\n<!-- secret -->\n\n<div><b>Open\n",
        ]).text("blog/2026/01/01/a/index.html")
        #expect(!page.contains("secret"))
        let body = try #require(page.split(separator: "<div class=\"body\">").last?.split(separator: "<footer>").first)
        #expect(body.contains("</b>") && body.count(of: "<div") + 1 == body.count(of: "</div>"))
    }

    @Test func endsNoScriptInItsMetadata() async throws {
        let page = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/a.md": "Title: A </script><script>alert(1)\nSlug: a\nDate: 2026-01-01\n\nA.\n",
        ]).text("blog/2026/01/01/a/index.html")
        #expect(page.contains("\"headline\":\"A \\u003c/script>\\u003cscript>alert(1)\""))
        #expect(!page.contains("<script>alert"))
    }
}
