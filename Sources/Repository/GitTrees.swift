package import Context

/// Creates commits without the working tree and the index, so that nothing a person is working on changes.
package struct GitTrees: Sendable {
    private let repository: GitRepository

    package init(_ repository: GitRepository) {
        self.repository = repository
    }

    /// Stores the bytes of a file, as committing the file at that path would (line endings, filters).
    package func store(_ bytes: [UInt8], path: String, mode: String = "100644") async throws(GitError) -> GitFile {
        let blob = try await repository.line(["hash-object", "-w", "--stdin", "--path=\(path)"], input: bytes)
        return GitFile(path: path, mode: mode, blob: blob)
    }

    /// The tree of a commit with some files replaced or added.
    package func tree(of commit: String, with files: [GitFile]) async throws(GitError) -> String {
        var tree = try await repository.line(["rev-parse", "--verify", try GitName.checked(commit) + "^{tree}"])
        for file in files {
            let path = file.path.split(separator: "/").map(String.init)
            tree = try await self.tree(tree, with: file, at: path[...])
        }
        return tree
    }

    private func tree(_ tree: String?, with file: GitFile, at path: ArraySlice<String>) async throws(GitError) -> String
    {
        guard let name = path.first else {
            throw GitError(command: ["mktree"], reason: .badName(file.path))
        }
        var entries: [GitFile] = []
        if let tree {
            let lines = try await repository.output(["ls-tree", "-z", tree]).bytes.split(separator: 0)
            entries = lines.compactMap { GitFile(line: $0) }
        }
        let old = entries.first { $0.path == name }
        entries.removeAll { $0.path == name }
        if path.count == 1 {
            entries.append(GitFile(path: name, mode: file.mode, blob: file.blob))
        } else {
            guard old.map({ $0.mode == Self.folder }) ?? true else {
                throw GitError(command: ["mktree"], reason: .badName(file.path))
            }
            let inner = try await self.tree(old?.blob, with: file, at: path.dropFirst())
            entries.append(GitFile(path: name, mode: Self.folder, blob: inner))
        }
        return try await repository.line(
            ["mktree", "-z"],
            input: entries.flatMap { entry in
                let type = entry.mode == Self.folder ? "tree" : entry.mode == "160000" ? "commit" : "blob"
                return Array("\(entry.mode) \(type) \(entry.blob)\t\(entry.path)".utf8) + [0]
            })
    }

    private static let folder = "040000"

    /// Creates a commit that no branch refers to yet, signed if the repository's settings ask for it.
    package func commit(tree: String, parents: [String], message: String) async throws(GitError) -> String {
        let signing = try await repository.answer(["config", "--type=bool", "--get", "commit.gpgSign"])
        var arguments = ["commit-tree"]
        if signing.line == "true" { arguments.append("-S") }
        for parent in parents { arguments += ["-p", try GitName.checked(parent)] }
        arguments.append(try GitName.checked(tree))
        return try await repository.line(arguments, input: Array(message.utf8))
    }

    /// Moves a branch to a commit, unless it has moved in the meantime.
    ///
    /// - Parameter old: the branch's expected commit; nil for a branch that must not exist.
    package func move(_ reference: String, to commit: String, from old: String?) async throws(GitError) {
        let zero = String(repeating: "0", count: commit.utf8.count)
        try await repository.output([
            "update-ref", "-m", "sennight intake", try GitName.checked(reference), try GitName.checked(commit),
            old ?? zero,
        ])
    }

    /// Stages a file, as `git add` does.
    package func stage(_ file: GitFile) async throws(GitError) {
        try await repository.output(["update-index", "--add", "--cacheinfo", "\(file.mode),\(file.blob),\(file.path)"])
    }

    /// The index entries at a path: none, one file, or several versions of one in a conflict.
    package func staged(_ path: String) async throws(GitError) -> [GitFile] {
        let lines = try await repository.output(["ls-files", "-s", "-z", "--", ":(top,literal)" + path]).bytes
        // `mode blob stage`: like a tree entry, with three fields.
        return lines.split(separator: 0).compactMap { line in
            guard let tab = line.firstIndex(of: 0x09) else { return nil }
            let words = String(decoding: line[..<tab], as: UTF8.self).split(separator: " ")
            guard words.count == 3 else { return nil }
            return GitFile(
                path: String(decoding: line[(tab + 1)...], as: UTF8.self), mode: String(words[0]),
                blob: String(words[1]))
        }
    }
}
