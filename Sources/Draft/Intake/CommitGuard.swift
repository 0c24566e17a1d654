package import Context
internal import Newsletter
package import Repository

/// Refuses to commit a draft while another operation is unfinished in the work tree.
package struct CommitGuard: Sendable {
    private let repository: GitRepository
    private let files: Files

    package init(_ repository: GitRepository, files: Files) {
        self.repository = repository
        self.files = files
    }

    /// - Parameters:
    ///   - draft: the draft's bytes in the work tree, stored in the repository.
    ///   - main: the commit that is checked out.
    /// - Throws: a ``Diagnostic`` that says what must be finished first; ``GitError``.
    package func check(draft: GitFile, main: String) async throws {
        for (name, work) in Self.works {
            let path = try await repository.line(["rev-parse", "--git-path", name])
            guard files.status(path.hasPrefix("/") ? path : repository.root + "/" + path) == nil else {
                throw Diagnostic(
                    "a \(work) is in progress in this repository",
                    remedy: "Finish it with 'git \(work) --continue' or '--abort'",
                    file: draft.path)
            }
        }
        let staged = try await GitTrees(repository).staged(draft.path)
        guard staged.count < 2 else {
            throw Diagnostic(
                "git has a conflict in the draft", remedy: "Resolve the conflict and run 'git add \(draft.path)'",
                file: draft.path)
        }
        // A staged version that is neither committed nor in the file would be silently ignored.
        let committed = try await repository.file(draft.path, in: main)?.blob
        guard let blob = staged.first?.blob, blob != committed, blob != draft.blob else { return }
        for branch in try await repository.branches(matching: "intake/*") {
            if try await repository.file(draft.path, in: branch.commit)?.blob == blob { return }
        }
        throw Diagnostic(
            "the staged version of the draft differs from both the last commit and the file",
            remedy: "Stage the file with 'git add', or unstage it with 'git restore --staged'",
            file: draft.path)
    }

    /// The files that git keeps while an operation is unfinished.
    private static let works = [
        ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
        ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
    ]
}
