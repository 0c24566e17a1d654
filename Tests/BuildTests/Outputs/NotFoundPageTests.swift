import Testing

@Suite struct NotFoundPageTests {
    @Test func leadsBackFromWhereNothingIs() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("404.html")
        #expect(page.contains("<h1>There is nothing at this address</h1>"))
        #expect(page.contains("href=\"/archive/\"") && !page.contains("rel=\"canonical\""))
    }
}
