import Testing

@Suite struct StandalonePagesTests {
    @Test func makesAPageBesideTheIssues() async throws {
        let page = try await MemoryPublication.built(SmallWeekly.files).text("pages/about-us.html")
        #expect(page.contains("<h1>About us</h1>") && page.contains("<p>We are <em>five</em>.</p>"))
    }

    @Test func takesTheAddressThatThePageNames() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/pages/a.md": "Title: About us\nSlug: about\n\nWe.\n",
        ])
        #expect(weekly.site.paths.contains("pages/about.html"))
    }
}
