package import Context

/// Read access to a repository; nothing here changes it.
package struct GitRepository: Sendable {
    package let git: Git
    /// The root of its working tree.
    package let root: String

    package init(git: Git, root: String) {
        self.git = git
        self.root = root
    }

    /// The repository that contains a folder.
    ///
    /// - Returns: the repository, and the folder's path from its root, empty or with a trailing slash.
    /// - Throws: an error if the folder isn't in a repository.
    package static func containing(_ folder: String, git: Git) async throws(GitError) -> (GitRepository, prefix: String)
    {
        let here = GitRepository(git: git, root: folder)
        let root = try await here.line(["rev-parse", "--show-toplevel"])
        return (GitRepository(git: git, root: root), try await here.line(["rev-parse", "--show-prefix"]))
    }

    // MARK: Calls

    /// Runs a command that must succeed.
    @discardableResult
    package func output(_ arguments: [String], input: [UInt8] = []) async throws(GitError)
        -> GitOutput
    {
        let output = try await answer(arguments, input: input)
        guard output.status == 0 else {
            throw GitError(
                command: arguments, reason: .failed(status: output.status, standardError: output.standardError))
        }
        return output
    }

    /// Runs a command whose exit status is part of the result.
    package func answer(_ arguments: [String], input: [UInt8] = []) async throws(GitError)
        -> GitOutput
    {
        try await git.run(GitCommand(arguments, input: input, folder: root))
    }

    package func line(_ arguments: [String], input: [UInt8] = []) async throws(GitError) -> String {
        try await output(arguments, input: input).line
    }

    // MARK: Commits

    /// The commit that a branch, a tag or an abbreviation refers to, or nil if there is none.
    package func commit(_ name: String) async throws(GitError) -> String? {
        let arguments = ["rev-parse", "--verify", "--quiet", try GitName.checked(name) + "^{commit}"]
        let output = try await answer(arguments)
        return output.status == 0 ? output.line : nil
    }

    /// The commit that a name or an expression such as `HEAD~2` refers to (gitrevisions(7)), or nil if there is none.
    package func commit(expression: String) async throws(GitError) -> String? {
        guard !expression.hasPrefix("-") else { throw GitError(command: [], reason: .badName(expression)) }
        let output = try await answer(["rev-parse", "--verify", "--quiet", expression + "^{commit}"])
        return output.status == 0 ? output.line : nil
    }

    /// The best common ancestor of two commits, or nil if their histories are unrelated.
    package func mergeBase(_ one: String, _ other: String) async throws(GitError) -> String? {
        let arguments = ["merge-base", try GitName.checked(one), try GitName.checked(other)]
        let output = try await answer(arguments)
        if output.status == 1 { return nil }
        guard output.status == 0 else {
            throw GitError(
                command: arguments, reason: .failed(status: output.status, standardError: output.standardError))
        }
        return output.line
    }

    /// The commits that are in `head` but not in `main`.
    package func commits(of head: String, notIn main: String) async throws(GitError) -> Set<String> {
        let arguments = ["rev-list", try GitName.checked(head), "^" + (try GitName.checked(main))]
        let lines = try await output(arguments).bytes.split(separator: 0x0A)
        return Set(lines.map { String(decoding: $0, as: UTF8.self) })
    }

    /// A local branch.
    package struct Branch: Hashable, Sendable {
        package var name: String
        package var commit: String
        /// The subject line of its last commit.
        package var subject: String
        package var author: String
    }

    /// Branches that match a pattern such as `pr/*`, sorted by name.
    package func branches(matching pattern: String) async throws(GitError) -> [Branch] {
        let prefix = "refs/heads/"
        let arguments = [
            "for-each-ref", "--format=%(refname)%00%(objectname)%00%(contents:subject)%00%(authorname)",
            prefix + (try GitName.checkedPattern(pattern)),
        ]
        return try await output(arguments).bytes.split(separator: 0x0A).compactMap { line in
            let fields = line.split(separator: 0, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            guard fields.count == 4, fields[0].hasPrefix(prefix) else { return nil }
            return Branch(
                name: String(fields[0].dropFirst(prefix.count)), commit: fields[1], subject: fields[2],
                author: fields[3])
        }
    }

    // MARK: Files

    /// The differences between two commits, sorted by path; a renamed file counts as removed and added.
    package func changes(from old: String, to new: String) async throws(GitError) -> [GitChange] {
        let arguments = [
            "diff-tree", "-r", "-z", "--no-renames", "--no-ext-diff", "--full-index", try GitName.checked(old),
            try GitName.checked(new),
        ]
        guard let changes = GitChange.changes(in: try await output(arguments).bytes) else {
            throw GitError(command: arguments, reason: .unreadable)
        }
        return changes
    }

    /// The tracked files of the working tree that differ from a commit.
    package func changedFiles(since commit: String) async throws(GitError) -> Set<String> {
        let arguments = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", try GitName.checked(commit)]
        let names = try await output(arguments).bytes.split(separator: 0)
        return Set(names.map { String(decoding: $0, as: UTF8.self) })
    }

    /// A file of a commit, or nil if there is none at that path.
    package func file(_ path: String, in commit: String) async throws(GitError) -> GitFile? {
        let arguments = ["ls-tree", "-z", "--full-tree", try GitName.checked(commit), "--", path]
        let words = try await output(arguments).bytes.split(separator: 0).compactMap { GitFile(line: $0) }
        return words.first { $0.path == path }
    }

    /// All files of a commit by their paths.
    package func files(in commit: String) async throws(GitError) -> [String: GitFile] {
        let arguments = ["ls-tree", "-r", "-z", "--full-tree", try GitName.checked(commit)]
        let files = try await output(arguments).bytes.split(separator: 0).compactMap { GitFile(line: $0) }
        return Dictionary(files.map { ($0.path, $0) }) { first, _ in first }
    }

    package func bytes(of file: GitFile) async throws(GitError) -> [UInt8] {
        try await output(["cat-file", "blob", try GitName.checked(file.blob)]).bytes
    }

    /// The bytes of a file in a commit, or nil if there is none.
    package func bytes(_ path: String, in commit: String) async throws(GitError) -> [UInt8]? {
        guard let file = try await file(path, in: commit), file.isText else { return nil }
        return try await bytes(of: file)
    }
}

/// Checks names before they are passed to git.
package enum GitName {
    /// Returns the name of a branch, remote or commit if git can't mistake it for anything else
    /// (git-check-ref-format(1)).
    package static func checked(_ name: String) throws(GitError) -> String {
        guard isGood(name, allowing: []) else { throw GitError(command: [], reason: .badName(name)) }
        return name
    }

    /// Returns a pattern with `*` and `?` if git can't mistake it for anything else.
    package static func checkedPattern(_ pattern: String) throws(GitError) -> String {
        guard isGood(pattern, allowing: [UInt8(ascii: "*"), UInt8(ascii: "?")]) else {
            throw GitError(command: [], reason: .badName(pattern))
        }
        return pattern
    }

    private static func isGood(_ name: String, allowing marks: Set<UInt8>) -> Bool {
        let bad: Set<UInt8> = Set("~^:\\*?[".utf8).subtracting(marks)
        return !name.isEmpty && !name.hasPrefix("-") && !name.contains("..") && !name.contains("@{")
            && name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && !bad.contains($0) }
    }
}
