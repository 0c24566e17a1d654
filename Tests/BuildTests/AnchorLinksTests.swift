import Foundation
import Markdown
import Newsletter
import TestKit
import Testing

@testable import Build

@Suite struct AnchorLinksTests {
    @Test func addsIDsToEntriesAndLinksToEntriesAndHeadings() {
        let body = "<h2 id=\"news\">News</h2>\n<ul>\n<li><a href=\"x\">A</a></li>\n</ul>\n<table>\n"
        func offset(after text: String) -> Int {
            body.range(of: text).map { body.utf8.distance(from: body.startIndex, to: $0.upperBound) } ?? 0
        }
        let anchors = [
            BodyAnchor(.heading, id: "news", offset: offset(after: "<h2 id=\"news\">")),
            BodyAnchor(.entry, id: "eabcdef", offset: offset(after: "<li")),
            BodyAnchor(.block, id: "eghijkl", offset: offset(after: "</ul>\n")),
        ]
        let page = String(decoding: AnchorLinks.added(to: Array(body.utf8), anchors, label: "Link <"), as: UTF8.self)
        #expect(
            page == "<h2 id=\"news\"><a class=\"here\" href=\"#news\" aria-label=\"Link &lt;\"></a>News</h2>\n<ul>\n"
                + "<li id=\"eabcdef\"><a class=\"here\" href=\"#eabcdef\" aria-label=\"Link &lt;\"></a><a href=\"x\">A</a></li>\n"
                + "</ul>\n<a id=\"eghijkl\"></a><table>\n")
    }

    @Test func leavesBodyWithoutAnchors() {
        #expect(AnchorLinks.added(to: Array("<li id=\"e\">a".utf8), [], label: "Link") == Array("<li id=\"e\">a".utf8))
    }

    @Test(arguments: ["", "search: true\n"])
    func givesEntriesLastingIDs(settings: String) async throws {
        var files = SmallWeekly.files
        files["sennight.yaml", default: ""] += settings
        let publication = try await MemoryPublication.built(files)
        let page = publication.text("blog/2026/03/11/weekly-3/index.html")
        let id = try #require(page.firstRange(of: "<li id=\"e")).upperBound
        let anchor = "e" + page[id...].prefix { $0 != "\"" }
        let link = "<a class=\"here\" href=\"#\(anchor)\" aria-label=\"Link to this\"></a>"
        #expect(page.contains("<li id=\"\(anchor)\">\(link)"))
        // The same event in a second region has its section in its id.
        #expect(page.contains("-europe\">"))
    }

    @Test(arguments: ["rss.xml", "atom.xml", "feed.json"])
    func keepsAnchorsOutOfFeeds(feed: String) async throws {
        let text = try await MemoryPublication.built(SmallWeekly.files).text(feed)
        #expect(text.contains("example.org/cats"))
        for part in ["class=\"here\"", "class=\\\"here", "<li id=", "&lt;li id="] { #expect(!text.contains(part)) }
    }

    @Test func isWhereTheIndexLeads() async throws {
        var files = SmallWeekly.files
        files["sennight.yaml", default: ""] += "search: true\n"
        let publication = try await MemoryPublication.built(files)
        let page = publication.text("blog/2026/03/11/weekly-3/index.html")
        let id = try #require(page.firstRange(of: "<li id=\"e")).upperBound
        let documents = publication.site.paths.filter { $0.hasPrefix("search/d-") }.map(publication.text)
        #expect(documents.contains { $0.contains("\texample.org/cats\t\(page[id...].prefix { $0 != "\"" })\n") })
    }
}

/// Pages keep what the renderer makes, which is compared with readers' former pages, but for their anchors.
@Suite(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint))) struct BackIssueAnchorsTests {
    @Test(arguments: TestData.issues)
    func changesNothingElse(in name: String) throws {
        let file = TestData.path("archive/content/\(name)")
        let bytes = Array(try Data(contentsOf: URL(filePath: file)))
        let reading = try IssueReader(rules: SectionRules([])).read(
            bytes, file: name, parts: .body,
            entryIDs: { _ in
                // Wherever a line can begin an entry.
                Dictionary(uniqueKeysWithValues: (1...10_000).map { ($0, "e\($0)") })
            })
        #expect(reading.anchors.count > 5)
        var page = String(
            decoding: AnchorLinks.added(to: reading.body, reading.anchors, label: "Link"), as: UTF8.self)
        #expect(page.utf8.count > reading.body.count)
        page.replace(/<a class="here" href="#[^"]*" aria-label="Link"><\/a>/, with: "")
        page.replace(/<a id="e[0-9]+"><\/a>/, with: "")
        page.replace(/\ id="e[0-9]+"/, with: "")
        #expect(page == String(decoding: reading.body, as: UTF8.self))
        let plain = try IssueReader(rules: SectionRules([])).read(bytes, file: name, parts: .body)
        #expect(reading.body == plain.body)
    }
}
