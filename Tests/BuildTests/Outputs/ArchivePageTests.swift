import Testing

@Suite struct ArchivePageTests {
    @Test func listsIssuesByYearAndCategories() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("archive/index.html")
        #expect(page.contains("<h2><a href=\"/blog/2025/\">2025</a> <small>Issues: 1</small></h2>"))
        #expect(page.contains("<li><a href=\"/categories/beginnings/\">Beginnings</a> <small>Issues: 1</small></li>"))
    }

    @Test func standsWhereTheSettingsSay() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\narchive: /blog/archives/\n",
            "content/a.md": "Title: A\nDate: 2026-01-01\n\nA.\n",
        ])
        #expect(weekly.text("blog/archives/index.html").contains("<h1>Archive</h1>"))
        #expect(!weekly.site.paths.contains("archive/index.html"))
    }
}
