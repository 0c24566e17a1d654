import TestKit
import Testing

@Suite("serve and drafts", .startsProcesses)
struct DraftServingTests {
    /// A publication below a path, with one issue.
    private func publication() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write(
            "sennight.yaml",
            "title: W\nurl: https://example.org/letter/\nsections: [{ kind: links, headings: [News] }]\n")
        try scratch.write(
            "content/2026-01-07-w.md",
            "Title: W 1\nNumber: 1\nDate: 2026-01-07\n\n## News\n\n* [a](https://example.org/a)\n")
        return scratch
    }

    @Test func showsTheOpenDraftWithFindingsAndListsTheOthers() throws {
        let scratch = try publication()
        try scratch.write(
            "draft/2026-01-14-w.md",
            "Title: W 2\nNumber: 2\nDate: 2026-01-14\n\n## News\n\n* [b](https://example.org/a)\n\nThe end\n")
        try scratch.write("draft/2026-01-10-old.md", "Title: W 1b\nNumber: 9\nDate: 2026-01-10\n\nOld text\n")
        try scratch.write("draft/README.md", "Notes\n")
        let server = try RunningServer(["--publication", scratch.path])
        #expect(server.waits(forError: "/letter/draft/"))
        let page = try server.get("/letter/draft/")
        #expect(page.hasPrefix("HTTP/1.1 200"))
        #expect(page.contains("<h1>W 2</h1>") && page.contains("EventSource"))
        let entry = try #require(page.firstRange(of: "https://example.org/a\">b</a>"))
        let finding = try #require(page.firstRange(of: "<code>duplicate-link</code>"))
        let end = try #require(page.firstRange(of: "<p>The end</p>"))
        #expect(entry.upperBound < finding.lowerBound && finding.upperBound < end.lowerBound)
        #expect(page.contains("href=\"/letter/draft/2026-01-10-old/\"") && !page.contains("README"))
        #expect(try server.get("/letter/draft/2026-01-10-old/").contains("<h1>W 1b</h1>"))
        #expect(try server.get("/letter/draft").lowercased().contains("location: /letter/draft/\r\n"))
        #expect(try server.get("/letter/draft/other/").hasPrefix("HTTP/1.1 404"))
        #expect(try server.get("/sennight/draft.css").contains(".sennight-note"))
    }

    @Test func reloadsAndShowsWhatIsWrongWithTheHeader() throws {
        let scratch = try publication()
        let server = try RunningServer(["--publication", scratch.path])
        let events = try server.events("/sennight/reload")
        #expect(events.waits(for: ": connected"))
        let missing = try server.get("/letter/draft/")
        #expect(missing.hasPrefix("HTTP/1.1 404") && missing.contains("no draft found"))
        try scratch.write("draft/2026-01-14-w.md", "Title: W 2\nDate: 2026-13-45\n\nText\n")
        #expect(events.waits(for: "data: reload"))
        let broken = try server.get("/letter/draft/")
        #expect(broken.hasPrefix("HTTP/1.1 404") && broken.contains("<code>draft/2026-01-14-w.md:2:"))
        #expect(broken.contains("EventSource"))
        try scratch.write("draft/2026-01-14-w.md", "Title: W 2\nDate: 2026-01-14\n\nText that was changed\n")
        #expect(events.waits(for: "data: reload"))
        #expect(try server.get("/letter/draft/").contains("Text that was changed"))
    }
}
