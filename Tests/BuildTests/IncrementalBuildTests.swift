import Build
import Context
import TestKit
import Testing

/// Which files get a new fingerprint when something changes.
@Suite struct IncrementalBuildTests {
    private static let issues = (1...5).map {
        "Title: Weekly \($0)\nNumber: \($0)\nDate: 2026-01-0\($0)\n\nText \($0).\n"
    }

    private func weekly() async throws -> MemoryPublication {
        var files = [
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\nfeeds: { items: 2 }\nhome: { items: 2 }\nsections: [{ kind: events, headings: [Events] }]\n"
        ]
        for (index, text) in Self.issues.enumerated() { files["content/\(index + 1).md"] = text }
        return try await MemoryPublication.built(files)
    }

    private func page(_ number: Int) -> String { "blog/2026/01/0\(number)/weekly-\(number)/index.html" }

    @Test func writesNothingWhenNothingChanged() async throws {
        let weekly = try await weekly()
        let report = try await weekly.build()
        #expect(report.published == PublishReport(written: 0, unchanged: weekly.site.paths.count, removed: 0))
        let anew = try await weekly.buildAnew()
        #expect(anew.published.written == 0)
    }

    /// Calendars of events depend on recent issues, which may have listed them.
    @Test func writesOnlyThePageOfAnOldIssueWhoseTextChanged() async throws {
        let weekly = try await weekly()
        weekly.write("content/2.md", Self.issues[1] + "More.\n")
        try await weekly.build()
        #expect(weekly.site.written == [page(2), "events.ics"])
        #expect(weekly.text(page(2)).contains("More."))
    }

    @Test func writesTheFeedsOfAnIssueThatIsAmongTheNewest() async throws {
        let weekly = try await weekly()
        weekly.write("content/4.md", Self.issues[3] + "More.\n")
        try await weekly.build()
        #expect(
            weekly.site.written == [
                page(4), "rss.xml", "atom.xml", "feed.json", "categories/w/rss.xml", "categories/w/atom.xml",
                "events.ics",
            ])
    }

    @Test func writesHomeAndEventsOfTheNewestIssue() async throws {
        let weekly = try await weekly()
        weekly.write("content/5.md", Self.issues[4] + "More.\n")
        try await weekly.build()
        #expect(
            weekly.site.written == [
                page(5), "rss.xml", "atom.xml", "feed.json", "categories/w/rss.xml", "categories/w/atom.xml",
                "index.html",
                "events/index.html", "events.ics",
            ])
    }

    @Test func writesNeighboursAndListsOfAnIssueWithANewTitle() async throws {
        let weekly = try await weekly()
        weekly.write("content/2.md", Self.issues[1].replacing("Title: Weekly 2", with: "Title: Second\nSlug: weekly-2"))
        try await weekly.build()
        #expect(
            weekly.site.written == [
                page(1), page(2), page(3), "archive/index.html", "blog/2026/index.html", "categories/w/index.html",
                "sitemap.xml",
                "index3.html", "issues/2/index.html", "issues/2/discuss/index.html", "events.ics",
            ])
        #expect(weekly.text(page(3)).contains("Second"))
    }

    @Test func removesThePageOfAnIssueThatIsGone() async throws {
        let weekly = try await weekly()
        weekly.folder.remove("/weekly/content/3.md")
        let report = try await weekly.build()
        #expect(!weekly.site.paths.contains(page(3)))
        // Its page, its number's pages, and the third page of the list.
        #expect(report.published.removed == 4)
        #expect(weekly.text(page(2)).contains("Weekly 4"))
    }

    @Test func writesEverythingOnceTheSettingsChange() async throws {
        let weekly = try await weekly()
        weekly.write(
            "sennight.yaml",
            "title: X\nurl: https://w.example.org/\nfeeds: { items: 2 }\nhome: { items: 2 }\nsections: [{ kind: events, headings: [Events] }]\ncategory: W\n"
        )
        let report = try await weekly.build()
        // The style sheet, under both of its names, does not depend on them.
        #expect(report.published.unchanged == 2)
    }
}
