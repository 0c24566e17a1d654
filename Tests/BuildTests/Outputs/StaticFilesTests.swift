import Testing

@Suite struct StaticFilesTests {
    @Test func copiesTheStaticFolderToTheRoot() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("CNAME") == "weekly.example.org\n")
    }

    @Test func refusesAFileAtAPagesAddress() async throws {
        var files = SmallWeekly.files
        files["static/events/index.html"] = "mine"
        let faults = try await MemoryPublication(files).faults()
        #expect(
            faults == [
                "/weekly/static/events/index.html: error: two pages have the path /events/index.html. "
                    + "Rename one of the pages, or change its path"
            ])
    }

    @Test func refusesAFileWhereAFolderOfPagesStands() async throws {
        var files = SmallWeekly.files
        files["static/blog"] = "mine"
        let faults = try await MemoryPublication(files).faults()
        #expect(
            faults == [
                "/weekly/static/blog: error: two pages have the path /blog. Rename one of the pages, or change its path"
            ])
    }
}
