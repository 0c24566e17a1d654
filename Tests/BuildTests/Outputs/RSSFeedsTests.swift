import Testing

@Suite struct RSSFeedsTests {
    @Test func carriesTheNewestIssuesOfAllAndOfEachCategory() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("rss.xml").count(of: "<item>") == 2)
        let category = weekly.text("categories/beginnings/rss.xml")
        #expect(category.contains("<link>https://weekly.example.org/categories/beginnings/</link>"))
        #expect(category.contains("<item><title>Weekly 1</title>") && category.count(of: "<item>") == 1)
    }
}
