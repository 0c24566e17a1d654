internal import Context
internal import Newsletter
internal import Repository

/// Merges main into a pull request's branch entry by entry, so that the forge's merge button works again.
package struct BranchUpdate: Sendable {
    private let reader: PullRequestReader
    private var repository: GitRepository { reader.repository }

    /// - Parameter reader: a reader whose main is merged into branches.
    package init(_ reader: PullRequestReader) {
        self.reader = reader
    }

    /// - Returns: a commit whose parents are the branch and main, and which isn't on a branch yet; nil if the branch
    ///   already has all of main.
    /// - Throws: a ``Diagnostic`` that says what must be merged by hand; ``GitError``.
    package func make(_ pull: OpenPullRequest) async throws -> String? {
        let reading = try await reader.read(pull, since: nil)
        guard reading.base != reader.main else { return nil }
        var files = try await draft(of: pull, reading).map { [$0] } ?? []
        for change in try await repository.changes(from: reading.base, to: pull.head)
        where change.path != reading.files.draft?.path {
            files.append(try await carried(change, pull))
        }
        let trees = GitTrees(repository)
        let tree = try await trees.tree(of: reader.main, with: files)
        return try await trees.commit(
            tree: tree, parents: [pull.head, reader.main], message: "Merge main, entry by entry\n")
    }

    private func draft(of pull: OpenPullRequest, _ reading: PullRequestReader.Reading) async throws -> GitFile? {
        guard let versions = reading.versions, let path = reading.files.draft?.path else { return nil }
        // Changes of a draft that no longer exists go into the present one.
        let old = try await repository.file(path, in: reader.main)
        let target = old == nil ? reader.folders.draft : path
        guard let file = try await repository.file(target, in: reader.main), file.isText else {
            throw Diagnostic("main doesn't have this draft", remedy: "Commit the draft first", file: target)
        }
        let assessment = PullRequestAssessment(
            pull, files: PullRequestFiles(draft: reading.files.draft), versions: versions,
            draft: try await repository.bytes(of: file))
        guard let intake = assessment.intake else {
            throw Diagnostic(
                assessment.row.notes.first ?? "main can't be merged into the branch automatically",
                remedy: "Merge main by hand, or ask the author to do so",
                file: target)
        }
        return try await GitTrees(repository).store(intake.draft, path: target, mode: file.mode)
    }

    /// A change of a file that isn't the draft, if main hasn't changed that file.
    private func carried(_ change: GitChange, _ pull: OpenPullRequest) async throws -> GitFile {
        let ours = try await repository.file(change.path, in: reader.main)
        if ours == change.old || ours == change.new, let new = change.new { return new }
        throw Diagnostic(
            "\(pull.name) and main both changed this file", remedy: "Merge main by hand, or ask the author to do so",
            file: change.path)
    }

    /// Pushes the commit to the branch, without force.
    ///
    /// - Throws: a ``Diagnostic`` if the branch can't be pushed to; ``GitError``.
    package func push(_ commit: String, to pull: OpenPullRequest) async throws {
        guard let home = pull.home else {
            throw Diagnostic("the branch of \(pull.name) is gone", remedy: "Ask the author to restore the branch")
        }
        guard home.isEditable else {
            throw Diagnostic(
                "the author of \(pull.name) doesn't allow maintainers to push to its branch",
                remedy: "Ask the author to allow it, or add the entries with 'sennight intake'")
        }
        let branch = "refs/heads/\(try GitName.checked(home.branch))"
        guard let address = home.repository else {
            let place = try await repository.line(["for-each-ref", "--format=%(worktreepath)", branch])
            guard place.isEmpty else {
                throw Diagnostic(
                    "this branch is checked out", remedy: "Switch to another branch first", file: home.branch)
            }
            return try await GitTrees(repository).move(branch, to: commit, from: pull.head)
        }
        guard ["https://", "ssh://"].contains(where: address.hasPrefix) else {
            throw GitError(command: ["push"], reason: .badName(address))
        }
        try await repository.output(["push", "--quiet", address, "\(commit):\(branch)"])
    }
}
