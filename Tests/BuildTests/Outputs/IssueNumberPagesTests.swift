import Testing

@Suite struct IssueNumberPagesTests {
    @Test func leadsFromANumberToItsIssue() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let page = weekly.text("issues/1/index.html")
        #expect(page.contains("<a id=\"Target\" href=\"/blog/2025/12/31/weekly-1/\">Weekly 1</a>"))
        #expect(page.contains("content=\"0; url=/blog/2025/12/31/weekly-1/\""))
        #expect(!page.contains("newest issue:"), "it is not the newest that this leads to")
    }

    @Test func leadsToTheNewestOfSeveralWithOneNumber() async throws {
        let weekly = try await MemoryPublication.built([
            "sennight.yaml": "title: W\nurl: https://w.example.org/\n",
            "content/a.md": "Title: Old\nNumber: 7\nDate: 2026-01-01\n\nA.\n",
            "content/b.md": "Title: New\nNumber: 7\nDate: 2026-01-08\n\nB.\n",
        ])
        #expect(weekly.text("issues/7/index.html").contains("href=\"/blog/2026/01/08/new/\""))
    }
}
