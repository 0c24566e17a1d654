import Archive
import Context
import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct PreviousWinsTests {
    private static let issues = [
        "content/1.md":
            "Title: T 1\nNumber: 1\nDate: 2025-01-07\n\n## Pick\n\nThis week's crate is [One](https://crates.example/one), good.\n\n## News\n\n* [Three](https://crates.example/three)\n",
        "content/2.md":
            "Title: T 2\nNumber: 2\nDate: 2026-01-14\n\n## Pick\n\nThis week's crate is [one](https://one.example/).\n",
    ]

    private static let status = FileStatus(size: 1, modified: 0, inode: 1)

    private func archive() async throws -> ArchiveIndex {
        var publication = Publication(title: "T", address: "https://t.example/")
        publication.sections = [
            SectionRule(kind: .links, headings: ["News"]), SectionRule(kind: .pick, headings: ["Pick"]),
        ]
        let files = Files(
            read: { path throws(FileError) in
                guard let text = Self.issues[path] else {
                    throw FileError(path: path, reason: "No such file or directory")
                }
                return Array(text.utf8)
            },
            list: { _ throws(FileError) in
                Self.issues.keys.sorted().map { path in
                    ListedFile(path: String(path.dropFirst("content/".count)), status: Self.status)
                }
            },
            status: { Self.issues[$0] == nil ? nil : Self.status }, write: { _, _ throws(FileError) in })
        return try await ArchiveReader(
            files: files, publication: publication, root: { $0 }, cache: "cache", basis: Fingerprint(.text("a")),
            jobs: 1
        ).read(now: 1_000_000_000).index
    }

    private func won(_ title: String, _ url: String?) async throws -> [String] {
        let wins = PreviousWins(of: .pick, in: try await archive())
        let nominee = Candidate(source: "forum", kind: .pick, title: title, url: url)
        return wins.noted(on: [nominee]).flatMap(\.facts).map { "\($0.name): \($0.value)" }
    }

    @Test func knowsNomineesByAddressAndByName() async throws {
        let both = ["won before: 2025-01-07, T 1", "won before: 2026-01-14, T 2"]
        #expect(try await won("ONE", nil) == both)
        #expect(try await won("Uno", "http://www.crates.example/one/") == [both[0]])
        #expect(try await won("One", "https://one.example") == both)
    }

    @Test func countsPicksOnly() async throws {
        #expect(try await won("Three", "https://crates.example/three") == [])
    }
}
