import Context
import Live
import Repository
import Synchronization
import TestKit
import Testing

@testable import Draft

/// Runs that end in the middle.
@Suite(.startsProcesses)
struct IntakeResumptionTests {
    private static let draft = "Title: W\nNumber: 7\nDate: 2026-03-04\n\n## News\n\n* [One](https://one.example)\n"
    private static let path = "draft/7.md"

    /// The machine's files until so many have been written; then nothing is written any more.
    private func files(writing limit: Int) -> Files {
        let left = Mutex(limit)
        var files = Files.live
        files.write = { path, bytes throws(FileError) in
            let isDone = left.withLock { left in
                left -= 1
                return left < 0
            }
            if isDone { throw FileError(path: path, reason: "killed") }
            try Files.live.write(path, bytes)
        }
        return files
    }

    private func run(_ repository: ScratchRepository, files: Files = .live) async throws -> [IntakeRow] {
        let git = GitRepository(git: .live, root: repository.folder.path)
        let main = try #require(try await git.commit("HEAD"))
        let reader = PullRequestReader(
            repository: git, folders: DraftFolders(draft: Self.path, drafts: "draft", issues: "content"), main: main)
        let file = repository.folder.path(Self.path)
        let log = ChangeLog(files: files, folder: repository.folder.path("undo"), root: repository.folder.path)
        _ = try log.recover()
        let memory = try IntakeFolder(
            files: files, folder: repository.folder.path("intake"), draft: try files.read(file))
        var intake = Intake(files: files, reader: reader, draftFile: file, memory: memory) { changes in
            try log.apply(changes, command: ["intake"], at: 0)
        }
        return try await intake.run(try await PullRequestSource.branches("pr/*", of: git).list())
    }

    private func repository() throws -> ScratchRepository {
        let repository = try ScratchRepository()
        try repository.commit(Self.path, Self.draft)
        for name in ["a", "b", "c"] {
            try repository.branch("pr/\(name)", Self.path, Self.draft + "* [\(name)](https://\(name).example)\n")
        }
        try repository.branch("pr/d", Self.path, Self.draft.replacing("[One]", with: "[Two]"))
        return repository
    }

    private func result(_ repository: ScratchRepository) throws -> [String] {
        [try repository.folder.text(Self.path), try repository.folder.text("intake/7.jsonl")]
    }

    @Test(arguments: 0..<3) func endsAsIfItHadNeverStopped(writes: Int) async throws {
        let repository = try repository()
        await #expect(throws: FileError.self) { try await run(repository, files: files(writing: writes)) }
        _ = try await run(repository)
        let before = try result(repository)
        // The same from the beginning, without a stop.
        try repository.folder.write(Self.path, Self.draft)
        try repository.folder.write("intake/7.jsonl", "")
        _ = try await run(repository)
        #expect(try result(repository) == before)
        #expect(before[0].contains("* [Two](https://one.example)\n* [a](https://a.example)\n* [b]"))
        let rows = try await run(repository)
        #expect(rows.map(\.state) == Array(repeating: .known(missing: []), count: 4))
        #expect(try result(repository) == before)
    }

    @Test func bringsNothingBackWhereTheOldHeadIsLost() async throws {
        let repository = try repository()
        _ = try await run(repository)
        let text = try repository.folder.text(Self.path)
        try repository.folder.write(Self.path, text.replacing("* [a](https://a.example)\n", with: ""))
        // Another clone, after the author pushed over the old head.
        let memory = try repository.folder.text("intake/7.jsonl")
        let head = try repository.commit(of: "pr/a")
        try repository.folder.write(
            "intake/7.jsonl", memory.replacing(head, with: String(repeating: "1", count: 40)))
        try repository.branch(
            "pr/a", from: "main", Self.path,
            Self.draft + "* [a](https://a.example)\n* [new](https://new.example)\n")
        _ = try await run(repository)
        let after = try repository.folder.text(Self.path)
        #expect(after.contains("new.example") && !after.contains("https://a.example"))
    }

    @Test func leavesWhatWasDeletedWithoutNewCommits() async throws {
        let repository = try repository()
        _ = try await run(repository)
        try repository.folder.write(Self.path, Self.draft)
        let rows = try await run(repository)
        #expect(rows.allSatisfy { if case .known(let missing) = $0.state { missing.count == 1 } else { false } })
        #expect(try repository.folder.text(Self.path) == Self.draft)
    }

    @Test func takesMainInWithoutBringingBackWhatWasDeletedThere() async throws {
        let repository = try repository()
        _ = try await run(repository)
        // Main gains an entry; the branch takes main in and adds one; the editor has deleted both old ones.
        try repository.folder.write(Self.path, Self.draft)
        let main = try repository.commit(Self.path, Self.draft + "* [Main](https://main.example)\n")
        try repository.folder.write(
            Self.path, Self.draft.replacing("* [One](https://one.example)\n", with: "* [Kept](https://kept.example)\n"))
        let tree = "* [Main](https://main.example)\n* [a](https://a.example)\n* [late](https://late.example)\n"
        let head = try repository.branch("pr/a", Self.path, Self.draft + tree)
        let merged = try repository.git(
            "commit-tree", "\(head)^{tree}", "-p", head, "-p", main, "-m", "Merge main")
        try repository.git("branch", "-f", "pr/a", merged)
        _ = try await run(repository)
        #expect(
            try repository.folder.text(Self.path)
                == Self.draft.replacing(
                    "* [One](https://one.example)\n",
                    with: "* [Kept](https://kept.example)\n* [late](https://late.example)\n"))
    }
}
