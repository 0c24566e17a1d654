import Testing

@Suite struct SitemapTests {
    @Test func namesEveryPageThatIsToBeFound() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let map = weekly.text("sitemap.xml")
        let listed = map.split(separator: "<loc>").dropFirst().map { part -> String in
            let path = String(part.prefix { $0 != "<" }).replacing("https://weekly.example.org/", with: "")
            return path.isEmpty || path.hasSuffix("/") ? path + "index.html" : path
        }
        #expect(Set(listed).count == listed.count)
        #expect(Set(listed).subtracting(weekly.site.paths).isEmpty, "what the map names is there")
        // Pages that only lead on, and the list's later pages, are not for search engines.
        let unlisted = weekly.site.paths.filter { $0.hasSuffix(".html") && !listed.contains($0) }
        #expect(
            unlisted == [
                "404.html", "index2.html", "issues/1/discuss/index.html", "issues/1/index.html",
                "issues/2/discuss/index.html",
                "issues/2/index.html", "issues/3/discuss/index.html", "issues/3/index.html", "jobs/index.html",
                "latest/index.html",
            ])
    }
}
