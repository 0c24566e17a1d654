import Foundation
import Testing

#if canImport(FoundationXML)
    import FoundationXML
#endif

/// Another program's parsers read what is written.
@Suite struct FeedValidityTests {
    private func weekly() async throws -> MemoryPublication {
        var files = SmallWeekly.files
        files["content/fourth.md"] =
            "Title: \u{7} & ]]> <x> \u{FFFF}\nSlug: w4\nDate: 2026-03-12\n\n\u{1}]]> & \u{FFFE} <i>\u{1F431}\n"
        return try await MemoryPublication.built(files)
    }

    @Test("Writes well-formed XML", arguments: ["rss.xml", "atom.xml", "sitemap.xml", "categories/weekly/atom.xml"])
    func writesWellFormedXML(path: String) async throws {
        let bytes = try #require(try await weekly().site.bytes(path))
        let parser = XMLParser(data: Data(bytes))
        #expect(parser.parse(), "\(parser.parserError.map { "\($0)" } ?? "") line \(parser.lineNumber)")
    }

    @Test func writesJSON() async throws {
        let bytes = try #require(try await weekly().site.bytes("feed.json"))
        let feed = try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any]
        #expect((feed?["items"] as? [Any])?.count == 2)
    }

    @Test func writesMetadataThatIsJSON() async throws {
        let page = try await weekly().text("blog/2026/03/12/w4/index.html")
        let json = try #require(
            page.split(separator: "<script type=\"application/ld+json\">").last?.split(separator: "</script>").first)
        let object = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(object?["@type"] as? String == "Article")
    }
}
