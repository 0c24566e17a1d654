import Context
import Newsletter
import TestKit
import Testing

@testable import Build
import Text

/// What a build remembers of the issues it has read.
@Suite struct IssueSummaryCacheTests {
    private func weekly(program: String = "test") -> MemoryPublication {
        MemoryPublication(
            [
                "sennight.yaml": "title: W\nurl: https://w.example.org/\nfeeds: { items: 1 }\n",
                "content/a.md": "Title: A\nDate: 2026-01-01\n\nA.\n",
                "content/b.md": "Title: B\nDate: 2026-01-08\n\nB.\n",
            ], program: program)
    }

    @Test func readsNoUnchangedIssueAgain() async throws {
        let weekly = weekly()
        try await weekly.build()
        _ = weekly.folder.takeReads()
        weekly.write("content/b.md", "Title: B\nDate: 2026-01-08\n\nBee.\n")
        try await weekly.buildAnew()
        #expect(!weekly.folder.takeReads().contains("/weekly/content/a.md"))
        #expect(weekly.text("blog/2026/01/08/b/index.html").contains("Bee."))
    }

    @Test func buildsTheSameFromItsFileAsFromNothing() async throws {
        let weekly = weekly()
        weekly.write(
            "content/c.md", "Title: \"Ä: \\ |\"\nNumber: 12\nDate: 2026-01-15 18:46\nCategory: X & Y\nSlug: c\n\nC.\n")
        try await weekly.build()
        let before = weekly.site.paths.map { weekly.text($0) }
        #expect(try await weekly.buildAnew().published.written == 0)
        #expect(weekly.site.paths.map { weekly.text($0) } == before)
    }

    @Test func readsAllWhereTheFileIsNotItsOwn() async throws {
        let weekly = weekly()
        try await weekly.build()
        let path = "/weekly/.sennight/cache/issues"
        let kept = try #require(weekly.folder.bytes(path))
        for broken in [[], Array("nonsense".utf8), Array(kept.dropLast(kept.count / 2)), [0xFF, 0x00, 0x0A]] {
            weekly.folder.write(path, broken)
            #expect(try await weekly.buildAnew().published.written == 0, "the site stays as it is")
        }
    }

    @Test func readsAFileAgainThatChangedInTheTickItWasRememberedIn() {
        let (basis, status) = (Fingerprint(.text("basis")), FileStatus(size: 9, modified: 100_000_000, inode: 7))
        let file = ListedFile(path: "content/a.md", status: status)
        var memory = IssueSummaryCache(basis: basis)
        memory.remember(
            IssueSummary(
                file: file.path,
                header: .init(title: "A", number: 1, date: .init(daysSince1970: 20_000)!, category: nil),
                path: "a/", source: basis),
            of: file)
        let soon = IssueSummaryCache(memory.serialized(at: 100_000_001), basis: basis)
        #expect(soon.summary(of: file) == nil)
        let later = IssueSummaryCache(memory.serialized(at: 200_000_000), basis: basis)
        #expect(later.summary(of: file)?.header.title == "A")
        #expect(
            IssueSummaryCache(memory.serialized(at: 200_000_000), basis: Fingerprint(.text("other"))).summary(of: file)
                == nil)
    }
}
