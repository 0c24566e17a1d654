import Testing

@Suite struct RedirectPagesTests {
    @Test func leadsOnToWhereThePublicationPoints() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("jobs/index.html").contains("<a id=\"Target\" href=\"https://jobs.example.org/\">"))
        #expect(weekly.text("issues/2/discuss/index.html").contains("href=\"https://forum.example.org/2\""))
    }

    @Test func saysSoAndLeadsBackUntilThen() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("issues/3/discuss/index.html")
        #expect(page.contains("been opened yet. Please check back later."))
        #expect(page.contains("<a class=\"button\" href=\"/blog/2026/03/11/weekly-3/\">Weekly 3</a>"))
        #expect(!page.contains("http-equiv") && !page.contains("location.replace"))
    }
}
