package import Context
package import Newsletter
package import Repository

/// The clone that the publication is in, seen from the publication's folder: paths are relative to that.
package struct PublicationClone: Sendable {
    package let repository: GitRepository
    /// The branch that is checked out; nil if a commit is.
    package let branch: String?

    /// - Returns: nil if the folder isn't in a repository.
    /// - Throws: ``GitError`` if git is missing or refuses the repository, for example that of another user.
    package init?(_ root: String, git: Git) async throws(GitError) {
        repository = GitRepository(git: git, root: root)
        let known = try await repository.answer(["rev-parse", "--is-inside-work-tree"])
        if known.status != 0 {
            if known.standardError.contains("not a git repository") { return nil }
            throw GitError(
                command: ["rev-parse"], reason: .failed(status: known.status, standardError: known.standardError))
        }
        guard known.line == "true" else { return nil }
        let head = try await repository.answer(["symbolic-ref", "--quiet", "--short", "HEAD"])
        branch = head.status == 0 ? head.line : nil
    }

    /// The remote that the settings or the branch name; nil if there is none.
    package func remote(_ setting: String?) async throws(GitError) -> String? {
        if let setting { return setting }
        let names = String(decoding: try await repository.output(["remote"]).bytes, as: UTF8.self)
            .split(separator: "\n").map(String.init)
        if let branch {
            let own = try await repository.answer(["config", "--get", "branch.\(branch).remote"])
            if own.status == 0, names.contains(own.line) { return own.line }
        }
        return names.contains("origin") ? "origin" : names.count == 1 ? names[0] : nil
    }

    /// Whether there is any remote.
    package func hasRemotes() async throws(GitError) -> Bool { !(try await repository.line(["remote"])).isEmpty }

    /// Whether a commit is part of what is checked out.
    package func has(_ commit: String) async throws(GitError) -> Bool {
        try await repository.answer(["merge-base", "--is-ancestor", commit, "HEAD"]).status == 0
    }

    /// The error for a file that would be published, but isn't committed; nil if there is none.
    package func strayFile(besides files: PublishedFiles) async throws(GitError) -> Diagnostic? {
        let others = try await changedFiles().filter { !files.contains($0) && !files.isDraft($0) }
        guard let first = others.first else { return nil }
        let more = others.count > 1 ? " and \(others.count - 1) more" : ""
        return Diagnostic(
            "\(first)\(more) would be published, but isn't committed", remedy: "Commit or remove such changes first")
    }

    /// The files that differ from the last commit, or that git doesn't know yet.
    func changedFiles() async throws(GitError) -> [String] {
        guard try await repository.answer(["rev-parse", "--verify", "--quiet", "HEAD"]).status == 0 else {
            throw GitError(
                command: ["diff"],
                reason: .failed(status: 1, standardError: "error: the repository has no commit yet"))
        }
        let known = try await repository.output([
            "diff", "--name-only", "-z", "--relative", "--no-renames", "HEAD", "--",
        ])
        return Self.paths(known) + (try await newFiles())
    }

    /// The files that git doesn't know yet.
    private func newFiles() async throws(GitError) -> [String] {
        Self.paths(try await repository.output(["ls-files", "--others", "--exclude-standard", "-z"]))
    }

    private static func paths(_ output: GitOutput) -> [String] {
        output.bytes.split(separator: 0).map { String(decoding: $0, as: UTF8.self) }
    }

    /// Commits the changes of some files, including files that git doesn't know yet, and nothing else.
    func commit(_ paths: [String], message: String) async throws(GitError) {
        // Git commits changes and removals without 'add', which refuses a removal that an interrupted run has added.
        let new = try await newFiles().filter(paths.contains)
        if !new.isEmpty { try await repository.output(["add", "--"] + new) }
        try await repository.output(
            ["commit", "--quiet", "--file=-", "--only", "--"] + paths, input: Array((message + "\n").utf8))
    }

    /// The user's name and address, as in commits; the account's name if git doesn't know any.
    package func user() async -> String? {
        // Only for people: without it, the host's name has to do.
        guard let known = try? await repository.answer(["var", "GIT_COMMITTER_IDENT"]), known.status == 0 else {
            return nil
        }
        // `Ann <ann@example.org> 1700000000 +0000`
        return known.line.lastIndex(of: ">").map { String(known.line[...$0]) }
    }
}

/// The files that publishing an issue commits.
package struct PublishedFiles: Sendable {
    private let folders: [String]
    private let drafts: String
    private var files: Set<String>

    /// - Parameters:
    ///   - issue: the issue's file.
    ///   - drafts: the folder of drafts, whose finished draft is removed.
    ///   - shared: folders of which every change belongs to the issue, such as decisions.
    package init(issue: String, drafts: String, shared: [String]) {
        files = [issue]
        self.drafts = drafts + "/"
        folders = shared.map { $0 + "/" }
    }

    /// The same with a file that a step changes, which may have been stopped before it committed it.
    package func adding(_ file: String) -> PublishedFiles {
        var others = self
        others.files.insert(file)
        return others
    }

    func contains(_ path: String) -> Bool { files.contains(path) || folders.contains { path.hasPrefix($0) } }

    /// Whether a change of the file doesn't matter to what is published.
    func isDraft(_ path: String) -> Bool { path.hasPrefix(drafts) }
}
