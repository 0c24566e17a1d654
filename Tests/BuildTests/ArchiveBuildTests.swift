import Build
import Context
import Foundation
import Live
import Settings
import Testing
import TestKit
import Text

/// The reference publication as a whole.
@Suite struct ArchiveBuildTests {
    @Test(.enabled(if: TestData.isPresent, Comment(rawValue: TestData.hint)))
    func keepsEveryAddressOfThirteenYears() async throws {
        let scratch = try ScratchFolder()
        let site = MemoryPublisher(files: .live)
        let builder = Builder(
            context: .live,
            location: PublicationLocation(
                root: TestData.path("archive"),
                settings: TestData.packageRoot + "/Examples/this-week-in-rust/sennight.yaml",
                state: scratch.path("state")),
            publisher: site.publisher, jobs: 4, program: Fingerprint(.text("test")))
        var memory = BuildCache()
        _ = try await builder.build(remembering: &memory)

        let json = try JSONSerialization.jsonObject(
            with: Data(contentsOf: URL(filePath: TestData.path("baseline/addresses.json"))))
        let addresses = try #require(json as? [String: [String: Any]]).mapValues { $0["path"] as? String ?? "" }
        #expect(addresses.count > 600)
        let present = Set(site.paths)
        let missing = addresses.filter { !present.contains($0.value + "index.html") }.map { "\($0.key): \($0.value)" }
            .sorted()
        #expect(missing == [])
        for path in [
            "rss.xml", "atom.xml", "categories/this-week-in-rust/atom.xml", "categories/rust/rss.xml", "index2.html",
            "blog/2014/07/15/state-of-rust-0.11.0/index.html",
        ] {
            #expect(present.contains(path), "\(path)")
        }
    }
}
