internal import Foundation

/// A real git repository of a test's own.
package struct ScratchRepository: Sendable {
    package let folder: ScratchFolder

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// An empty repository whose branch is `main`.
    package init() throws {
        folder = try ScratchFolder()
        try git("init", "-q", "-b", "main")
        try git("config", "user.name", "Test")
        try git("config", "user.email", "test@example.org")
    }

    /// Runs git in it and gives what it printed, without the last line's end.
    @discardableResult
    package func git(_ arguments: String...) throws -> String { try git(arguments) }

    @discardableResult
    package func git(_ arguments: [String]) throws -> String {
        let run = try CommandRun.of(Command("git", arguments, in: folder.path))
        let output = run.output + run.errors
        guard run.status == 0 else { throw Failure(description: "git \(arguments): \(output)") }
        return output.hasSuffix("\n") ? String(output.dropLast()) : output
    }

    /// Writes a file and commits it.
    @discardableResult
    package func commit(_ path: String, _ text: String, message: String = "change") throws -> String {
        try folder.write(path, text)
        try git("add", "--", path)
        try git("commit", "-q", "--allow-empty", "-m", message)
        return try git("rev-parse", "HEAD")
    }

    /// Puts a commit with one file changed on a branch, new or old, without touching the work tree.
    ///
    /// - Parameter start: what the commit stands on; by default the branch itself, else `main`.
    @discardableResult
    package func branch(
        _ name: String, from start: String? = nil, _ path: String, _ text: String, message: String = "change"
    ) throws -> String {
        let isThere = (try? git("rev-parse", "--verify", "--quiet", "refs/heads/\(name)")) != nil
        let tree = folder.path(".git/scratch-" + UUID().uuidString)
        try git("worktree", "add", "-q", "--detach", tree, start ?? (isThere ? name : "main"))
        try folder.write(String(tree.dropFirst(folder.path.count + 1)) + "/" + path, text)
        try git("-C", tree, "add", "-A")
        try git("-C", tree, "commit", "-q", "--allow-empty", "-m", message)
        let commit = try git("-C", tree, "rev-parse", "HEAD")
        try git("worktree", "remove", "--force", tree)
        try git("branch", "-q", "-f", name, commit)
        return commit
    }
}
