package import Context
internal import Crypto
internal import Synchronization

/// A git repository that exists only in a test: it answers the commands that `Repository` and intake give.
///
/// It has one checked-out branch, `main`; the work tree is the test's own. A command that it doesn't know fails, as
/// would one that git doesn't know.
package final class MemoryRepository: Sendable {
    let root: String
    let state = Mutex(State())

    struct State {
        var blobs: [String: [UInt8]] = [:]
        /// By name; mode and object of each entry.
        var trees: [String: [String: (mode: String, object: String)]] = [:]
        var commits: [String: (tree: String, parents: [String], message: String)] = [:]
        var refs: [String: String] = [:]
        var staged: [String: (mode: String, blob: String)] = [:]
        var configuration: [String: String] = [:]
        /// `COMMIT:REFERENCE` by remote, in order.
        var pushes: [(remote: String, what: String)] = []
    }

    /// - Parameter root: the path of its work tree.
    package init(root: String) {
        self.root = root
    }

    package var git: Git {
        Git { command throws(GitError) in
            self.state.withLock { $0.answer(command, root: self.root) }
                ?? GitOutput(status: 129, standardError: "the test's repository doesn't know \(command.arguments)")
        }
    }

    /// Puts a commit on a branch.
    ///
    /// - Parameters:
    ///   - texts: files that the commit adds or changes, by their paths.
    ///   - start: the branch whose commit is the parent; by default the branch itself.
    /// - Returns: the commit.
    @discardableResult
    package func commit(_ texts: [String: String], to branch: String = "main", from start: String? = nil) -> String {
        state.withLock { state in
            let parent = state.refs["refs/heads/\(start ?? branch)"]
            var files = parent.flatMap { state.files(ofCommit: $0) } ?? [:]
            for (path, text) in texts { files[path] = ("100644", state.store(Array(text.utf8))) }
            let commit = state.commit(
                tree: state.tree(of: files), parents: parent.map { [$0] } ?? [], message: "change")
            state.refs["refs/heads/\(branch)"] = commit
            return commit
        }
    }

    package func configure(_ key: String, _ value: String) { state.withLock { $0.configuration[key] = value } }

    package func commit(of branch: String) -> String? { state.withLock { $0.refs["refs/heads/\(branch)"] } }

    package func parents(of commit: String) -> [String] { state.withLock { $0.commits[commit]?.parents ?? [] } }

    package func text(_ path: String, in commit: String) -> String? {
        state.withLock { state in
            state.files(ofCommit: commit)?[path].flatMap { state.blobs[$0.object] }.map {
                String(decoding: $0, as: UTF8.self)
            }
        }
    }

    /// What was pushed, as `REMOTE COMMIT:REFERENCE`.
    package var pushes: [String] { state.withLock { $0.pushes.map { "\($0.remote) \($0.what)" } } }
}

// MARK: Objects

extension MemoryRepository.State {
    mutating func store(_ bytes: [UInt8]) -> String {
        let name = Self.name(bytes)
        blobs[name] = bytes
        return name
    }

    mutating func commit(tree: String, parents: [String], message: String) -> String {
        let name = Self.name(Array("commit \(tree) \(parents) \(message) \(commits.count)".utf8))
        commits[name] = (tree, parents, message)
        return name
    }

    mutating func tree(entries: [String: (mode: String, object: String)]) -> String {
        let text = entries.sorted { $0.key < $1.key }.map { "\($0.value.mode) \($0.value.object) \($0.key)" }
        let name = Self.name(Array("tree \(text)".utf8))
        trees[name] = entries
        return name
    }

    /// The tree with all these files, by their paths.
    mutating func tree(of files: [String: (mode: String, object: String)]) -> String {
        var entries: [String: (mode: String, object: String)] = [:]
        for (name, inside) in Dictionary(grouping: files, by: { String($0.key.prefix { $0 != "/" }) }) {
            if let file = files[name] {
                entries[name] = file
            } else {
                let below = inside.map { (String($0.key.dropFirst(name.count + 1)), $0.value) }
                entries[name] = ("040000", tree(of: Dictionary(uniqueKeysWithValues: below)))
            }
        }
        return tree(entries: entries)
    }

    func files(ofCommit commit: String) -> [String: (mode: String, object: String)]? {
        commits[commit].map { files(ofTree: $0.tree, below: "") }
    }

    private func files(ofTree tree: String, below prefix: String) -> [String: (mode: String, object: String)] {
        var files: [String: (mode: String, object: String)] = [:]
        for (name, entry) in trees[tree] ?? [:] {
            guard entry.mode == "040000" else {
                files[prefix + name] = entry
                continue
            }
            files.merge(self.files(ofTree: entry.object, below: prefix + name + "/")) { first, _ in first }
        }
        return files
    }

    /// A commit and all that it comes from, nearest first.
    func ancestors(of commit: String) -> [String] {
        var found: [String] = []
        var waiting = [commit]
        while !waiting.isEmpty {
            let next = waiting.removeFirst()
            guard !found.contains(next), let parents = commits[next]?.parents else { continue }
            found.append(next)
            waiting += parents
        }
        return found
    }

    private static func name(_ bytes: [UInt8]) -> String {
        GitFormat.hexadecimal(Array(Insecure.SHA1.hash(data: bytes)))
    }
}
