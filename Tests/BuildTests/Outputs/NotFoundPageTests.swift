import Testing

@Suite struct NotFoundPageTests {
    @Test func leadsBackFromWhereNothingIs() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("404.html")
        #expect(page.contains("<h1>Page not found</h1>"))
        #expect(page.contains("href=\"/archive/\"") && !page.contains("rel=\"canonical\""))
    }
}
