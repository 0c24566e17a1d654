import Context
import Foundation
import Repository
import TestKit
import Testing

@testable import Live

struct LiveGitTests {
    @Test func handsBytesInAndOut() async throws {
        let scratch = try ScratchFolder()
        let repository = GitRepository(git: .live, root: scratch.path)
        try await repository.output(["init", "-q", "-b", "main"])
        let bytes: [UInt8] = [0, 255, 10, 13] + Array("tea\n".utf8)
        let blob = try await repository.line(["hash-object", "-w", "--stdin"], input: bytes)
        let read = try await repository.bytes(of: GitFile(path: "a", mode: "100644", blob: blob))
        #expect(read == bytes)
    }

    @Test func survivesAGitThatDoesNotReadItsInput() async throws {
        let output = try await Git.live.run(GitCommand(["--version"], input: [UInt8](repeating: 65, count: 4 << 20)))
        #expect(output.status == 0)
        #expect(output.line.hasPrefix("git version"))
    }

    @Test func givesTheExitAndWhatWasSaid() async throws {
        let scratch = try ScratchFolder()
        let output = try await Git.live.run(GitCommand(["rev-parse", "--show-toplevel"], folder: scratch.path))
        #expect(output.status == 128)
        #expect(output.standardError.contains("not a git repository"))
    }

    @Test func tellsOfAFolderThatIsNotThere() async throws {
        await #expect(throws: GitError.self) {
            try await Git.live.run(GitCommand(["status"], folder: "/nowhere/at/all"))
        }
    }

    @Test func takesNoOptionForAName() async throws {
        let repository = GitRepository(git: .live, root: ".")
        for name in ["--upload-pack=touch", "-x", "a..b", "a b", "HEAD@{1}", ""] {
            await #expect(throws: GitError(command: [], reason: .badName(name))) { try await repository.commit(name) }
        }
    }

    @Test func keepsPasswordsOutOfWhatIsSaid() {
        #expect(
            GitMessages.withoutCredentials(
                "fatal: 'https://anna:secret@host.example/a.git/' and https://host.example/b@c")
                == "fatal: 'https://host.example/a.git/' and https://host.example/b@c")
    }

    @Test func readsChangesWithStrangeNames() async throws {
        let scratch = try ScratchFolder()
        let repository = GitRepository(git: .live, root: scratch.path)
        try await repository.output(["init", "-q", "-b", "main"])
        try await repository.output(["config", "user.name", "Test"])
        try await repository.output(["config", "user.email", "test@example.org"])
        try scratch.write("keep.md", "a\n")
        try scratch.write("gone\tfile.md", "b\n")
        try await repository.output(["add", "-A"])
        try await repository.output(["commit", "-q", "-m", "one"])
        try scratch.write("keep.md", "A\n")
        try scratch.write("tea für\nzwei.md", "c\n")
        try FileManager.default.removeItem(atPath: scratch.path("gone\tfile.md"))
        try await repository.output(["add", "-A"])
        try await repository.output(["commit", "-q", "-m", "two"])
        let new = try #require(try await repository.commit("HEAD"))
        let old = try await repository.line(["rev-parse", "HEAD~1"])
        let changes = try await repository.changes(from: old, to: new)
        #expect(changes.map(\.path) == ["gone\tfile.md", "keep.md", "tea für\nzwei.md"])
        #expect(changes.map(\.isEdit) == [false, true, false])
        #expect(try await repository.bytes("tea für\nzwei.md", in: new) == Array("c\n".utf8))
        #expect(try await repository.bytes("gone\tfile.md", in: new) == nil)
    }
}
