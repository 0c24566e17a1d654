import Foundation
import TestKit
import Testing

/// Sites of other programs in `Tests/Fixtures/sites`, compared with what these programs made of them, as `record.py` there
/// recorded it.
@Suite struct AdoptedSitesTests {
    private struct Recorded: Decodable {
        /// The ids of headings, by the path of the page.
        var pages: [String: [String]]
        var redirects: [String]
    }

    private static let fixtures = TestData.packageRoot + "/Tests/Fixtures/sites"

    /// Adopts a copy of a fixture, and builds it with the settings that were written.
    private func adopted(_ name: String) async throws -> (site: ScratchFolder, output: String) {
        let scratch = try ScratchFolder()
        let folder = URL(filePath: Self.fixtures + "/" + name)
        for path in try FileManager.default.subpathsOfDirectory(atPath: folder.path) {
            var isFolder: ObjCBool = false
            let file = folder.appending(path: path)
            guard FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue else {
                continue
            }
            try scratch.write("old/" + path, Array(try Data(contentsOf: file)))
        }
        let run = await CommandRun.inProcess(
            ["adopt", "old", "--write", "--output", scratch.path("first")], in: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        let build = await CommandRun.inProcess(
            ["build", "--publication", "old", "--output", scratch.path("site")], in: scratch.path)
        #expect(build.status == 0, "\(build.errors)")
        return (scratch, run.output)
    }

    /// The ids of the headings of a page's article, in their order.
    private func ids(_ html: String) -> [String] {
        let article = html.split(separator: "<article", maxSplits: 1).last ?? ""
        return article.matches(of: /<h[2-6] id="([^"]*)"/).map { String($0.1) }
    }

    @Test(arguments: ["hugo", "pelican"])
    func hasTheAddressesAndIDsOfTheOldProgram(name: String) async throws {
        let file = Self.fixtures + "/recorded.json"
        let all = try JSONDecoder().decode([String: Recorded].self, from: Data(contentsOf: URL(filePath: file)))
        let recorded = try #require(all[name])
        let (scratch, output) = try await adopted(name)
        #expect(output.contains("4 issues read, 1 held back, 0 refused"), "\(output)")
        #expect(recorded.pages.count == 4)
        for (path, expected) in recorded.pages {
            let html = try scratch.text("site/\(path)index.html")
            #expect(ids(html) == expected, "\(path)")
        }
        for path in recorded.redirects {
            let file = path.hasSuffix("/") ? path + "index.html" : path
            #expect(try scratch.text("site/" + file).contains("/tea-letter/2026/01/oolong/"))
        }
    }

    @Test func keepsLinksAndImagesOfHugoBelowAPath() async throws {
        let (scratch, output) = try await adopted("hugo")
        let first = try scratch.text("site/2026/01/issue-1/index.html")
        #expect(first.contains("<img src=\"/tea-letter/images/cup.png\" alt=\"A red cup\">"))
        #expect(scratch.exists("site/images/cup.png"))
        #expect(
            try scratch.text("site/2026/01/oolong/index.html").contains("href=\"/tea-letter/2026/01/issue-1/#news\""))
        #expect(try scratch.text("site/special/five/index.html").contains("href=\"/tea-letter/2026/01/oolong/\""))
        #expect(try scratch.text("site/atom.xml").contains("https://anna.example.org/tea-letter/images/cup.png"))
        #expect(output.contains("held back: draft: true: content/issues/issue-4.md"))
        #expect(output.contains("left out: {{< figure >}}, 1 time: content/issues/issue-3.md"))
        #expect(!scratch.exists("site/2026/01/issue-4/index.html"))
    }

    @Test func keepsLinksAndImagesOfPelicanBelowAPath() async throws {
        let (scratch, output) = try await adopted("pelican")
        let first = try scratch.text("site/2026/blatt-1/index.html")
        #expect(first.contains("<img src=\"/blatt/images/cup.png\" alt=\"Eine rote Tasse\">"))
        #expect(scratch.exists("site/images/cup.png"))
        let second = try scratch.text("site/2026/blatt-2-uber-oolong/index.html")
        #expect(second.contains("href=\"/blatt/2026/blatt-1/#neues\""))
        let fifth = try scratch.text("site/sonder/fuenf/index.html")
        #expect(fifth.contains("<a href=\"/blatt/2026/blatt-2-uber-oolong/\">Das zweite Blatt</a>"))
        #expect(try scratch.text("site/2026/eis/index.html").contains("<h2 id=\"kalender\" class=\"gross\">"))
        #expect(output.contains("held back: status: draft: content/blatt-4.md"))
        #expect(!scratch.exists("site/2026/blatt-4/index.html"))
    }
}
