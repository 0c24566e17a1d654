import Context
import Settings
import Synchronization
import TestKit
import Testing

@testable import Newsroom

@Suite struct PublishedPathsTests {
    @Test func hasEverythingThatBuildMakes() async throws {
        let weekly = MemoryWeekly()
        weekly.write("content/5.md", "Title: Weekly 5\nNumber: 5\nDate: 2026-02-25\nSlug: five\n\n## News\n\nText\n")
        weekly.write("content/pages/about.md", "Title: About us\n\nText\n")
        weekly.write("content/images/cat.png", "PNG")
        weekly.write("static/files/a.pdf", "PDF")
        let built = Mutexed<[String]>([])
        var context = weekly.context
        context.publisher = { _ in
            Publisher { products in
                let paths = products.map(\.path)
                built.value.withLock { $0 = paths }
                return PublishReport(written: 0, unchanged: 0, removed: 0)
            }
        }
        _ = try await SiteBuild(weekly.location, context: context).build(
            into: PublishingPlace(folder: "site", jobs: 1))
        let session = try weekly.session()
        let paths = PublishedPaths(session, try await session.archive())
        let files = built.value.withLock { $0 }
        #expect(files.count > 15 && files.contains("files/a.pdf"))
        for file in files {
            #expect(paths.contains("/" + file), "\(file)")
            if file.hasSuffix("/index.html") { #expect(paths.contains("/" + file.dropLast("index.html".count))) }
        }
        for path in ["/nowhere/", "/files/b.pdf", "/images/dog.png", "/pages/imprint.html", "/issues/7/"] {
            #expect(!paths.contains(path), "\(path)")
        }
    }
}
