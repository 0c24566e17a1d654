internal import Foundation
internal import Synchronization

/// A real git repository for a test.
///
/// What the test only sets up is written without git, see ``GitStore``; the rest uses git.
package final class ScratchRepository: Sendable {
    package let folder: ScratchFolder
    private let store: GitStore
    private let state = Mutex(State())

    private struct State {
        /// The files of each commit made here: the names of their blobs, by path.
        var commits: [String: [String: String]] = [:]
        /// The index as last written here; empty if there is none.
        var index = Data()
    }

    package struct Failure: Error, CustomStringConvertible {
        package let description: String
    }

    /// An empty repository whose branch is `main`.
    package init() throws {
        folder = try ScratchFolder()
        store = try GitStore(
            at: folder.path(".git"), config: "[user]\n\tname = Test\n\temail = test@example.org\n")
    }

    /// A clone of another repository's `main` with its files, without other branches; `origin` is the other repository.
    package init(cloning other: ScratchRepository) throws {
        folder = try ScratchFolder()
        for name in try FileManager.default.contentsOfDirectory(atPath: other.folder.path) {
            try folder.copy(other.folder.path(name), to: name)
        }
        store = try GitStore(
            at: folder.path(".git"), config: "[user]\n\tname = Test\n\temail = test@example.org\n")
        for refs in ["refs/heads", "refs/pull"] {
            for ref in try folder.files(below: ".git/" + refs) where ref != "main" {
                try FileManager.default.removeItem(atPath: folder.path(".git/\(refs)/\(ref)"))
            }
        }
        try configure("remote \"origin\"", ["url": other.folder.path])
    }

    /// Runs git in it and returns the output without the last line break.
    @discardableResult
    package func git(_ arguments: String...) throws -> String { try git(arguments) }

    @discardableResult
    package func git(_ arguments: [String]) throws -> String {
        let run = try CommandRun.of(Command("git", arguments, in: folder.path))
        let output = run.output + run.errors
        guard run.status == 0 else { throw Failure(description: "git \(arguments): \(output)") }
        return output.hasSuffix("\n") ? String(output.dropLast()) : output
    }

    /// The commit that a branch, `HEAD` or another ref points to.
    package func commit(of ref: String) throws -> String {
        if let commit = store.commit(of: ref) ?? store.commit(of: "refs/heads/\(ref)") { return commit }
        return try git("rev-parse", ref)
    }

    /// Sets a ref to a commit.
    package func set(_ ref: String, to commit: String) throws { try store.set(ref, to: commit) }

    /// Adds a section to the repository's configuration (git-config(1)).
    ///
    /// - Parameter section: for example `remote "origin"`.
    package func configure(_ section: String, _ values: [String: String]) throws {
        try Self.configure(folder.path(".git"), section, values)
    }

    /// - Parameter repository: the folder that contains `HEAD` and `config`.
    package static func configure(_ repository: String, _ section: String, _ values: [String: String]) throws {
        let file = URL(filePath: repository + "/config")
        let lines = values.sorted { $0.key < $1.key }.map { "\t\($0.key) = \"\($0.value)\"\n" }
        let text = try String(contentsOf: file, encoding: .utf8) + "[\(section)]\n" + lines.joined()
        try Data(text.utf8).write(to: file)
    }

    /// Creates an empty bare repository in a folder and adds it as `origin`.
    package func addOrigin(at remote: ScratchFolder) throws {
        _ = try GitStore(at: remote.path, isBare: true)
        try configure(
            "remote \"origin\"", ["url": remote.path, "fetch": "+refs/heads/*:refs/remotes/origin/*"])
    }

    /// Writes a file and commits it, together with the rest of the index.
    @discardableResult
    package func commit(_ path: String, _ text: String, message: String = "change") throws -> String {
        try commit([path: text], message: message)
    }

    /// Writes and removes files and commits the changes, together with the rest of the index.
    @discardableResult
    package func commit(_ texts: [String: String], removing removed: [String] = [], message: String = "change") throws
        -> String
    {
        for (path, text) in texts { try folder.write(path, text) }
        for path in removed { try FileManager.default.removeItem(atPath: folder.path(path)) }
        let head = store.commit(of: "HEAD")
        guard let branch = store.branch, let files = knownFiles(of: head), indexIsKnown else {
            try git(["add", "--"] + texts.keys.sorted() + removed)
            try git("commit", "-q", "--allow-empty", "-m", message)
            return try git("rev-parse", "HEAD")
        }
        let kept = files.filter { !removed.contains($0.key) }
        return try write(texts, over: kept, parent: head, message: message, to: branch, isCheckedOut: true)
    }

    /// Commits one changed file to a branch, which may be new, without touching the working tree.
    ///
    /// - Parameter start: the commit's parent; by default the branch itself, or else `main`.
    @discardableResult
    package func branch(
        _ name: String, from start: String? = nil, _ path: String, _ text: String, message: String = "change"
    ) throws -> String {
        let own = store.commit(of: "refs/heads/\(name)")
        let named = start.map { store.commit(of: "refs/heads/\($0)") ?? $0 }
        let parent = named ?? own ?? store.commit(of: "refs/heads/main")
        if let files = knownFiles(of: parent) {
            return try write(
                [path: text], over: files, parent: parent, message: message, to: "refs/heads/\(name)",
                isCheckedOut: false)
        }
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

    private func knownFiles(of commit: String?) -> [String: String]? {
        guard let commit else { return [:] }
        return state.withLock { $0.commits[commit] }
    }

    /// Whether git hasn't changed the index.
    private var indexIsKnown: Bool {
        let index = FileManager.default.contents(atPath: folder.path(".git/index")) ?? Data()
        return state.withLock { $0.index == index }
    }

    private func write(
        _ texts: [String: String], over files: [String: String], parent: String?, message: String, to ref: String,
        isCheckedOut: Bool
    ) throws -> String {
        var files = files
        for (path, text) in texts { files[path] = try store.object("blob", Array(text.utf8)) }
        let commit = try store.commit(
            tree: store.tree(files), parents: parent.map { [$0] } ?? [], message: message)
        try store.set(ref, to: commit)
        state.withLock { [files] in $0.commits[commit] = files }
        if isCheckedOut {
            let index = Data(GitFormat.index(files, in: folder.path))
            try index.write(to: URL(filePath: folder.path(".git/index")))
            state.withLock { $0.index = index }
        }
        return commit
    }
}
