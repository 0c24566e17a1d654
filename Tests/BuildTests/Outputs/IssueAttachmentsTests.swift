import Testing

@Suite struct IssueAttachmentsTests {
    @Test func copiesTheFilesBesideAnIssue() async throws {
        var files = SmallWeekly.files
        files["content/4/index.md"] = "Title: Weekly 4\nNumber: 4\nDate: 2026-03-25\n\n![cup](cup.png)\n"
        files["content/4/cup.png"] = "PNG"
        files["content/4/more/pot.png"] = "POT"
        files["content/4/notes.md"] = "Title: Notes\nDate: 2026-03-25\n\nnotes\n"
        files["content/5/cup.png"] = "not beside an issue"
        let weekly = try await MemoryPublication.built(files)
        #expect(weekly.text("blog/2026/03/25/weekly-4/cup.png") == "PNG")
        #expect(weekly.text("blog/2026/03/25/weekly-4/more/pot.png") == "POT")
        #expect(!weekly.site.paths.contains("blog/2026/03/25/weekly-4/notes.md"))
    }
}
