import Testing

@Suite struct YearPagesTests {
    @Test func makesAPageForEachYear() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let page = weekly.text("blog/2025/index.html")
        #expect(page.contains("<h1>2025</h1>") && page.contains("Weekly 1") && !page.contains("Weekly 3"))
        #expect(page.contains("<a class=\"newer\" rel=\"prev\" href=\"/blog/2026/\">2026</a>"))
        #expect(
            weekly.text("blog/2026/index.html").contains(
                "<a class=\"older\" rel=\"next\" href=\"/blog/2025/\">2025</a>"))
    }

    @Test func standsInTheArchiveWhereIssuesHaveNoYearInTheirAddress() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\naddress: /issue/{number}/\n",
            "content/a.md": "Title: A\nNumber: 1\nDate: 2026-01-01\n\nA.\n",
        ])
        #expect(weekly.site.paths.contains("archive/2026/index.html"))
        #expect(weekly.site.paths.contains("issue/1/index.html"))
    }
}
