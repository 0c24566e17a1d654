import Testing

@Suite struct RobotsTests {
    @Test func allowsEverythingAndNamesTheSitemap() async throws {
        let text = try await MemoryPublication.built(SmallWeekly.files).text("robots.txt")
        #expect(text == "User-agent: *\nAllow: /\n\nSitemap: https://weekly.example.org/sitemap.xml\n")
    }
}
