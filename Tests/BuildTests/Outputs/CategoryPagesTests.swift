import Testing

@Suite struct CategoryPagesTests {
    @Test func makesAPageForEachCategory() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let page = weekly.text("categories/beginnings/index.html")
        #expect(page.contains("<h1>Beginnings</h1>"))
        #expect(page.contains("<a href=\"/blog/2025/12/31/weekly-1/\">Weekly 1</a>") && !page.contains("Weekly 3"))
        #expect(page.contains("<a href=\"/categories/beginnings/rss.xml\">RSS</a>"))
        #expect(weekly.site.paths.contains("categories/weekly/index.html"))
    }
}
