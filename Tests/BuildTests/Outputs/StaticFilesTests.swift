import Testing

@Suite struct StaticFilesTests {
    @Test func copiesTheStaticFolderToTheRoot() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        #expect(weekly.text("CNAME") == "weekly.example.org\n")
    }

    @Test func prefersOwnFilesToTheThemes() async throws {
        var files = SmallWeekly.files
        files["static/style.css"] = "p { color: green }"
        files["static/robots.txt"] = "User-agent: *\n"
        files["static/404.html"] = "<p>gone"
        let weekly = try await MemoryPublication.built(files)
        #expect(weekly.text("style.css") == "p { color: green }")
        #expect(weekly.text("robots.txt") == "User-agent: *\n" && weekly.text("404.html") == "<p>gone")
        #expect(!weekly.text("index.html").contains("href=\"/style.css\""))
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
