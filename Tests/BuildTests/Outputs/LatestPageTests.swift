import Testing

@Suite struct LatestPageTests {
    @Test func leadsToTheNewestIssueAndKeepsTheFragment() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("latest/index.html")
        #expect(page.contains("<a id=\"Target\" href=\"/blog/2026/03/11/weekly-3/\">Weekly 3</a>"))
        #expect(page.contains("link.hash = location.hash;") && page.contains("location.replace(link.href);"))
        #expect(
            page.contains(
                "<noscript><meta http-equiv=\"refresh\" content=\"0; url=/blog/2026/03/11/weekly-3/\"></noscript>"))
    }
}
