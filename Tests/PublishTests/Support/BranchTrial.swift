import Context
import Live
import Repository
import TestKit
import Testing

@testable import Publish

/// A publication in a repository, a real bare repository as its remote, and a target that commits onto `pages`.
struct BranchTrial {
    let weekly: DeployedWeekly
    let remote: ScratchFolder
    let target: any PublishTarget
    private let bare: GitRepository

    /// - Parameter keys: further keys of the target, such as `, adopt: true`; `REMOTE` is the remote's path.
    init(_ keys: String = "") async throws {
        remote = try ScratchFolder()
        weekly = try DeployedWeekly(
            deploy: "    - { target: branch, branch: pages\(keys.replacing("REMOTE", with: remote.path)) }\n")
        target = try #require(weekly.targets.first)
        let folder = remote.path
        bare = GitRepository(
            git: Git { command throws(GitError) in
                var command = command
                command.arguments.insert("--git-dir=\(folder)", at: 0)
                return try await Git.live.run(command)
            }, root: folder)
        let own = GitRepository(git: .live, root: weekly.scratch.path)
        try await own.output(["init", "-q", "--bare", folder])
        try await own.output(["init", "-q", "-b", "main"])
        try await own.output(["config", "user.name", "Anna"])
        try await own.output(["config", "user.email", "anna@example.org"])
        try await own.output(["remote", "add", "origin", folder])
    }

    /// The files of the remote branch with their texts, without the deployment's record.
    func files() async throws -> [String: String] {
        guard let commit = try await bare.commit("refs/heads/pages") else { return [:] }
        var texts: [String: String] = [:]
        for (path, file) in try await bare.files(in: commit) where path != DeploymentRecord.name {
            texts[path] = String(decoding: try await bare.bytes(of: file), as: UTF8.self)
        }
        return texts
    }

    /// The subjects and authors of the remote branch, the newest first.
    func log() async throws -> [String] {
        try await bare.line(["log", "--format=%s by %cn", "pages"]).split(separator: "\n").map(String.init)
    }

    /// Somebody else commits a file onto the remote branch.
    func push(_ path: String, _ text: String) async throws {
        let tip = try await bare.commit("refs/heads/pages")
        let stream =
            "commit refs/heads/pages\ncommitter Bo <bo@example.org> 0 +0000\ndata <<E\nAdd \(path)\nE\n"
            + (tip.map { "from \($0)\n" } ?? "") + "M 100644 inline \(path)\ndata \(text.utf8.count)\n\(text)\n"
        try await bare.output(["fast-import", "--quiet"], input: Array(stream.utf8))
    }

    /// A request whose git calls something else first for each push.
    func request(
        onPush act:
            @escaping @Sendable (_ push: @Sendable () async throws(GitError) -> GitOutput) async throws(GitError)
            -> GitOutput
    ) -> PublishRequest {
        var context = weekly.context
        context.git = Git { command throws(GitError) in
            guard command.arguments.contains("push") else { return try await Git.live.run(command) }
            return try await act { () throws(GitError) in try await Git.live.run(command) }
        }
        return weekly.request(context)
    }
}
