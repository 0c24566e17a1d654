import Build
import Context
import Foundation
import Live
import Settings
import Testing
import TestKit
import Text

/// The publications that come with the program.
@Suite struct ExampleBuildTests {
    private func site(of example: String) async throws -> MemoryPublisher {
        let scratch = try ScratchFolder()
        let site = MemoryPublisher(files: .live)
        let builder = Builder(
            context: .live,
            location: PublicationLocation(
                root: TestData.packageRoot + "/Examples/" + example, state: scratch.path("state")),
            publisher: site.publisher, jobs: 2, program: Fingerprint(.text("test")))
        var memory = BuildCache()
        _ = try await builder.build(remembering: &memory)
        return site
    }

    @Test(
        "Builds without fault",
        arguments: [
            ("swift-server-weekly", "issues/5/index.html", 6),
            ("garden-letter", "ausgaben/2026/11/ruhe-unter-dem-laub/index.html", 4),
        ])
    func buildsWithoutFault(example: String, page: String, issues: Int) async throws {
        let site = try await site(of: example)
        #expect(site.paths.contains(page))
        #expect(site.paths.count { $0.hasPrefix("issues/") && $0.split(separator: "/").count == 3 } == issues)
        #expect(site.text("events.ics")?.contains("BEGIN:VEVENT") == true)
    }

    @Test("Leads nowhere within the site where nothing is", arguments: ["swift-server-weekly", "garden-letter"])
    func leadsNowhereWhereNothingIs(example: String) async throws {
        let site = try await site(of: example)
        let paths = Set(site.paths)
        var checked = 0
        for path in paths.sorted() where path.hasSuffix(".html") {
            for attribute in ["href=\"/", "src=\"/"] {
                for part in try #require(site.text(path)).split(separator: attribute).dropFirst() {
                    let target = String(part.prefix { !"\"#?".contains($0) })
                    let file = target.isEmpty || target.hasSuffix("/") ? target + "index.html" : target
                    #expect(paths.contains(file), "/\(path) leads to /\(target)")
                    checked += 1
                }
            }
        }
        #expect(checked > 100)
    }

    @Test func saysNothingOfSoftwareInTheGardenLetter() async throws {
        let site = try await site(of: "garden-letter")
        let words: Set = [
            "software", "code", "github", "git", "repository", "release", "pull", "commit", "markdown", "rust", "swift",
            "merge",
            "branch", "sennight", "build",
        ]
        var found: [String] = []
        for path in site.paths where [".html", ".xml", ".json", ".ics", ".txt"].contains(where: path.hasSuffix) {
            let text = visible(try #require(site.text(path)))
            for word in text.lowercased().split(whereSeparator: { !$0.isLetter }).map(String.init)
            where words.contains(word) {
                found.append("\(path): \(word)")
            }
        }
        #expect(site.paths.count > 20)
        #expect(found == [])
    }

    /// What people get to read of a page: no tags, no scripts; texts in attributes stay.
    private func visible(_ text: String) -> String {
        let unescaped = text.replacing("&lt;", with: "<").replacing("&gt;", with: ">").replacing("&quot;", with: "\"")
        return unescaped.replacing(#/(?s)<script.*?</script>/#, with: " ").replacing(
            #/<(?![^<>]*(?:alt|title|content|aria-label)=)[^<>]*>/#, with: " "
        )
        .replacing(#/<[^<>]*?(?:alt|title|content|aria-label)="([^"]*)"[^<>]*>/#) { " \($0.1) " }
        .replacing("PRODID:-//Sennight//", with: "")
    }
}
