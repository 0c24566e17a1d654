import Newsletter
import TestKit
import Testing

@testable import Build

@Suite struct CorrectedIssueTests {
    private static let page = "blog/2026/03/11/weekly-3/index.html"

    /// The id of the entry that the third issue corrects.
    private static func entryID() async throws -> String {
        let page = try await MemoryPublication.built(SmallWeekly.files).text(Self.page)
        let id = try #require(page.firstRange(of: "<li id=\"e")).upperBound
        return "e" + page[id...].prefix { $0 != "\"" }
    }

    /// Three corrections: of an entry, of the issue, and a silent one.
    private static func lines() async throws -> String {
        """
        {"at":"2026-03-12T02:00:00Z","entry":{"id":"\(try await entryID())","title":"Cats & Vec<T>"},"reason":"The link to \\"Cats\\" led to <dogs> & others.","v":1}
        {"at":"2026-03-13T12:00:00Z","reason":"Two events were missing.","v":1}
        {"at":"2026-03-14T08:15:30Z","reason":"A typo.","silent":true,"v":1}

        """
    }

    private static func corrected(_ lines: String? = nil) async throws -> MemoryPublication {
        var files = SmallWeekly.files
        files["corrections/3.jsonl"] = if let lines { lines } else { try await Self.lines() }
        return try await MemoryPublication.built(files)
    }

    @Test(
        arguments: [
            (page, "corrected/issue.html"), ("atom.xml", "corrected/atom.xml"), ("feed.json", "corrected/feed.json"),
            ("sitemap.xml", "corrected/sitemap.xml"),
        ])
    func writesEveryKindOfFileThatShowsCorrections(path: String, golden: String) async throws {
        let bytes = try #require(try await Self.corrected().site.bytes(path))
        #expect(Golden.difference(bytes, from: golden) == nil)
    }

    @Test func changesOnlyTheFilesThatShowThem() async throws {
        let weekly = try await MemoryPublication.built(SmallWeekly.files)
        let before = Dictionary(uniqueKeysWithValues: weekly.site.paths.map { ($0, weekly.text($0)) })
        weekly.write("corrections/3.jsonl", try await Self.lines())
        try await weekly.build()
        let changed = weekly.site.paths.filter { weekly.text($0) != before[$0] }
        let feeds = ["atom.xml", "categories/weekly/atom.xml"]
        #expect(changed == (feeds + [Self.page, "feed.json", "sitemap.xml"]).sorted())
        #expect(weekly.site.written.isSuperset(of: changed))
        // The entry of the feed stays the same one.
        #expect(
            weekly.text("atom.xml").contains("<id>tag:weekly.example.org,2026-03-11:/blog/2026/03/11/weekly-3/</id>"))
    }

    @Test func showsASilentCorrectionToProgramsAlone() async throws {
        let weekly = try await Self.corrected(
            #"{"at":"2026-03-14T08:15:30Z","reason":"A typo.","silent":true,"v":1}"# + "\n")
        let page = weekly.text(Self.page)
        #expect(!page.contains("typo") && !page.contains("Corrections"))
        #expect(page.contains(#""dateModified":"2026-03-14T08:15:30Z""#))
        #expect(weekly.text("feed.json").contains(#""date_modified":"2026-03-14T08:15:30Z""#))
    }

    @Test func showsACorrectionOfARemovedEntryAtTheFootAlone() async throws {
        let weekly = try await Self.corrected(
            #"{"at":"2026-03-12T02:00:00Z","entry":{"id":"egone","title":"Gone"},"reason":"R.","v":1}"# + "\n")
        let page = weekly.text(Self.page)
        #expect(page.contains("<li id=\"Correction-1\"><span>R.</span>"))
        #expect(!page.contains("Corrected on") && !page.contains("#egone"))
    }

    @Test func keepsTheDateOfAnIssueCorrectedBeforeItAppeared() async throws {
        let weekly = try await Self.corrected(#"{"at":"2026-03-10T00:00:00Z","reason":"R.","v":1}"# + "\n")
        #expect(weekly.text("atom.xml") == (try await MemoryPublication.built(SmallWeekly.files)).text("atom.xml"))
        #expect(!weekly.text("feed.json").contains("date_modified"))
    }

    @Test func buildsNothingWithAnUnreadableCorrection() async throws {
        var files = SmallWeekly.files
        files["corrections/3.jsonl"] = "{\n"
        #expect(
            try await MemoryPublication(files).faults() == [
                "corrections/3.jsonl:1:1: error: this line isn't a valid correction. Remove the line, or restore the file from git"
            ])
    }
}
