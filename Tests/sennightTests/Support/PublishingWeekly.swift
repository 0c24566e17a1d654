import Context
import Foundation
import Live
import TestKit

/// A publication in a clone of a bare repository, with a draft to publish.
struct PublishingWeekly {
    let weekly: WeeklyFolder
    let remote: ScratchFolder

    /// - Parameter settings: `publish:` and what else the test needs.
    init(_ settings: String = "publish:\n  tag: \"issue-{number}\"\n  wait: 0\n") async throws {
        weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [New](https://new.example/1)\n"))
        remote = try ScratchFolder()
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + settings)
        try weekly.scratch.write(".gitignore", ".sennight/\n")
        try await Self.git("init", "--quiet", "--bare", "--initial-branch=main", in: remote.path)
        try await git("init", "--quiet", "--initial-branch=main")
        try await Self.identify("Ann", in: weekly.scratch.path)
        try await git("add", "--all")
        try await git("commit", "--quiet", "--message=Start")
        try await git("remote", "add", "origin", remote.path)
        try await git("push", "--quiet", "--set-upstream", "origin", "main")
    }

    /// Another person's clone of the same repository.
    func clone(of name: String = "Bob") async throws -> ScratchFolder {
        let folder = try ScratchFolder()
        try await Self.git("clone", "--quiet", remote.path, folder.path, in: remote.path)
        try await Self.identify(name, in: folder.path)
        return folder
    }

    @discardableResult
    func git(_ arguments: String...) async throws -> String { try await Self.git(arguments, in: weekly.scratch.path) }

    /// Adds to the settings and commits them.
    func changeSettings(_ lines: String) async throws {
        let text = try weekly.scratch.text("sennight.yaml")
        try weekly.scratch.write("sennight.yaml", text + lines)
        try await git("commit", "--quiet", "--all", "--message=Change the settings")
    }

    /// Runs git in the remote repository; the program's git only uses a bare one that is named.
    func remoteGit(_ arguments: String...) async throws -> String {
        try await Self.git(["--git-dir=\(remote.path)"] + arguments, in: remote.path)
    }

    /// The refs of the remote, without the journals.
    func remoteRefs() async throws -> [String] {
        try await remoteGit("for-each-ref", "--format=%(refname)", "refs/heads", "refs/tags")
            .split(separator: "\n").map(String.init)
    }

    /// The subjects of the commits on the remote's branch, newest first.
    func commits() async throws -> [String] {
        try await remoteGit("log", "--format=%s", "main").split(separator: "\n").map(String.init)
    }

    func publish(_ arguments: String..., in folder: ScratchFolder? = nil) async -> CommandRun {
        await CommandRun.inProcess(
            ["publish"] + arguments, in: folder?.path ?? weekly.scratch.path, environment: ["NO_COLOR": "1"])
    }

    static func identify(_ name: String, in folder: String) async throws {
        try await git("config", "user.name", name, in: folder)
        try await git("config", "user.email", "\(name.lowercased())@tea.example", in: folder)
    }

    @discardableResult
    static func git(_ arguments: String..., in folder: String) async throws -> String {
        try await git(arguments, in: folder)
    }

    struct Failure: Error, CustomStringConvertible {
        let description: String
    }

    private static func git(_ arguments: [String], in folder: String) async throws -> String {
        let output = try await Git.live.run(GitCommand(arguments, folder: folder))
        guard output.status == 0 else { throw Failure(description: "git \(arguments): \(output.standardError)") }
        return output.line
    }
}
