package import Context
internal import Newsletter
package import Repository

/// Makes one merge commit of the draft and the pull requests whose entries are all in it.
package struct DraftCommit: Sendable {
    private let repository: GitRepository
    private let trees: GitTrees

    package init(_ repository: GitRepository) {
        self.repository = repository
        trees = GitTrees(repository)
    }

    /// A commit, and how it differs from main.
    package struct Made: Hashable, Sendable {
        package var commit: String
        package var files: [GitFile]
    }

    /// - Parameters:
    ///   - main: the first parent; the new commit has its tree, except for `files`.
    ///   - files: the draft and the intake record.
    /// - Returns: nil if there is nothing to commit.
    /// - Throws: a ``Diagnostic`` if the commit would change other files, in which case it isn't put on a branch.
    ///   ``GitError``.
    package func make(_ plan: CommitPlan, main: String, files: [GitFile]) async throws -> Made? {
        let tree = try await trees.tree(of: main, with: files)
        let old = try await repository.line(["rev-parse", main + "^{tree}"])
        guard tree != old || !plan.closed.isEmpty else { return nil }
        let commit = try await trees.commit(
            tree: tree, parents: [main] + plan.closed.map(\.head), message: Self.message(of: plan))
        let changed = Set(try await repository.changes(from: main, to: commit).map(\.path))
        guard let other = changed.subtracting(files.map(\.path)).min() else {
            return Made(commit: commit, files: files)
        }
        throw Diagnostic(
            "the merge would have changed \(other)",
            remedy: "Nothing was changed. Merge by hand, and report this as a bug",
            file: other)
    }

    /// Puts a commit on a new branch and stages its files, so that `git switch` works without errors.
    ///
    /// An existing branch with the same content is used again.
    ///
    /// - Parameter name: the branch's name; a number is appended if it exists already.
    /// - Returns: the name of the branch.
    package func putOnBranch(_ made: Made, named name: String) async throws(GitError) -> String {
        var branch = name
        var number = 1
        while let taken = try await repository.commit("refs/heads/\(branch)") {
            if try await content(of: taken) == content(of: made.commit) {
                // An interrupted run may have created the branch and not staged anything yet.
                for file in made.files { try await trees.stage(file) }
                return branch
            }
            number += 1
            branch = "\(name)-\(number)"
        }
        try await trees.move("refs/heads/\(branch)", to: made.commit, from: nil)
        for file in made.files { try await trees.stage(file) }
        return branch
    }

    /// A commit's tree and parents, without its time.
    private func content(of commit: String) async throws(GitError) -> String {
        try await repository.line(["log", "-1", "--format=%T %P", commit])
    }

    /// Pushes a commit, without force, to the upstream of the branch that is checked out, and moves that branch.
    ///
    /// - Parameter main: the commit that the branch points to.
    ///
    /// - Throws: a ``Diagnostic`` if new commits have been pushed in the meantime; ``GitError``.
    package func push(_ made: Made, to target: PushTarget, from main: String) async throws {
        let reference = try GitName.checked(target.reference)
        do throws(GitError) {
            try await repository.output([
                "push", "--quiet", try GitName.checked(target.remote), "\(made.commit):\(reference)",
            ])
        } catch {
            guard case .failed(_, let talk) = error.reason, talk.contains(" ! [rejected]") else { throw error }
            throw Diagnostic(
                "'\(target.remote)' has new commits, so nothing was pushed",
                remedy: "Run 'git pull', and then this command again", file: target.branch)
        }
        for file in made.files { try await trees.stage(file) }
        try await trees.move("refs/heads/" + target.branch, to: made.commit, from: main)
    }

    /// The upstream of the branch that is checked out.
    ///
    /// - Throws: a ``Diagnostic`` if the branch has no upstream.
    package func pushTarget() async throws -> PushTarget {
        let head = try await repository.answer(["symbolic-ref", "--quiet", "--short", "HEAD"])
        let branch = head.line
        let remote = try await repository.answer(["config", "--get", "branch.\(branch).remote"]).line
        let reference = try await repository.answer(["config", "--get", "branch.\(branch).merge"]).line
        guard head.status == 0, !remote.isEmpty, !reference.isEmpty else {
            throw Diagnostic(
                "the branch that is checked out has no upstream",
                remedy: "Run 'git push -u' once, or commit without --push", file: branch.isEmpty ? nil : branch)
        }
        return PushTarget(branch: branch, remote: remote, reference: reference)
    }

    /// The commit message, which contains only the pull requests' names: with a title that says "fixes", a forge would
    /// close issues.
    private static func message(of plan: CommitPlan) -> String {
        let closed = plan.closed.map(\.name.description)
        switch closed.count {
        case 0: return "Edit the draft\n"
        case 1: return "Merge \(closed[0])\n"
        default: return "Merge \(closed.count) pull requests\n\n" + closed.map { "* \($0)\n" }.joined()
        }
    }
}

/// A branch of this clone, and the branch of the remote that it is pushed to.
package struct PushTarget: Hashable, Sendable {
    package var branch: String
    package var remote: String
    /// The full name of the branch on the remote, such as `refs/heads/main`.
    package var reference: String
}
