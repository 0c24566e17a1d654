import Foundation
import Newsletter
import Testing

@testable import Build

@Suite struct SearchPagesTests {
    private static func files(search: String) -> [String: String] {
        var files = SmallWeekly.files
        files["sennight.yaml", default: ""] += search
        return files
    }

    @Test func makesPageScriptsAndIndex() async throws {
        let publication = try await MemoryPublication.built(Self.files(search: "search: true\n"))
        let page = publication.text("search/index.html")
        #expect(page.contains("<div id=\"Results\"></div>"))
        #expect(page.contains("<noscript>"))
        #expect(publication.text("search/manifest.txt").hasPrefix("sennight-search 1\nrecords 5\n"))
        #expect(publication.text("search/search.js").hasPrefix("(()=>{'use strict';"))
        let paths = publication.site.paths.filter { $0.hasPrefix("search/d-") }
        #expect(paths.contains { publication.text($0).contains("Cats & Vec<T>\texample.org/cats\t") })
    }

    @Test func putsFieldOnEveryPage() async throws {
        let publication = try await MemoryPublication.built(Self.files(search: "search: true\n"))
        for path in publication.site.paths where path.hasSuffix(".html") && path != "404.html" {
            let page = publication.text(path)
            guard page.contains("class=\"masthead\"") else { continue }
            #expect(page.contains("<form class=\"search\" role=\"search\" action=\"/search/\">"), "\(path)")
            #expect(page.components(separatedBy: "id=\"SearchStatus\"").count == 2, "\(path)")
        }
    }

    @Test func namesWhatPagesLoadAfterItsContent() async throws {
        let publication = try await MemoryPublication.built(Self.files(search: "search: true\n"))
        let page = publication.text("index.html")
        for name in ["search", "search-field"] {
            let hashed = try #require(
                page.firstMatch(of: try Regex("/(search/\(name)\\.[0-9a-f]{8}\\.js)\""))?[1].substring)
            #expect(publication.text(String(hashed)) == publication.text("search/\(name).js"))
        }
        let parts = publication.site.paths.filter { $0.hasPrefix("search/") && $0.hasSuffix(".txt") }
        #expect(parts.filter { !AssetName.isHashed($0) } == ["search/manifest.txt"])
    }

    @Test func isOffUnlessSettingsSayOtherwise() async throws {
        for settings in ["", "search: false\n"] {
            let publication = try await MemoryPublication.built(Self.files(search: settings))
            #expect(!publication.site.paths.contains { $0.hasPrefix("search/") })
            #expect(!publication.text("index.html").contains("role=\"search\""))
        }
    }

    @Test func keepsScriptSmall() throws {
        let script = SearchPages.scripts.first { $0.name == "search.js" }?.bytes ?? []
        #expect(!script.isEmpty)
        // 8 KB compressed; plain text of this kind shrinks to about a third.
        #expect(script.count < 24_000)
        let text = String(decoding: script, as: UTF8.self)
        for unsafe in ["eval(", "new Function", "innerHTML", "WebAssembly", "Worker"] {
            #expect(!text.contains(unsafe), "\(unsafe)")
        }
    }

    @Test func stripsCommentsAlone() {
        let source =
            "// What it does\n(() => {\n  /** Doc. */\n  const a = 'b // c';\n\n  /*\n   * More\n   */\n})();\n"
        #expect(
            String(decoding: CompactScript.bytes(Array(source.utf8)), as: UTF8.self)
                == "(()=>{const a='b // c';})();")
    }

    @Test(arguments: [("search.js", PackageResources.search_js), ("search-field.js", PackageResources.search_field_js)])
    func keepsTextsOfScripts(name: String, source: [UInt8]) {
        let compact = String(decoding: CompactScript.bytes(source), as: UTF8.self)
        let code = String(decoding: source, as: UTF8.self).split(separator: "\n").filter {
            !$0.drop { $0 == " " }.hasPrefix("*") && !$0.drop { $0 == " " }.hasPrefix("/")
        }
        let texts = code.flatMap { $0.matches(of: /'[^']*'/).map(\.output) }
        #expect(texts.count > 2)
        for text in texts { #expect(compact.contains(text), "\(name): \(text)") }
    }

    @Test func findsNewIssueInNextBuild() async throws {
        let publication = try await MemoryPublication.built(Self.files(search: "search: true\n"))
        publication.write(
            "content/fourth.md", "Title: W\nDate: 2026-03-18\n\n# News\n\n* [Owls](https://example.org/owls)\n")
        try await publication.build()
        #expect(publication.text("search/manifest.txt").hasPrefix("sennight-search 1\nrecords 6\n"))
    }
}
