package import Context
internal import Newsletter
package import Repository

/// Refuses to commit a draft from a work tree in which somebody is in the middle of something.
package struct CommitGuard: Sendable {
    private let repository: GitRepository
    private let files: Files

    package init(_ repository: GitRepository, files: Files) {
        self.repository = repository
        self.files = files
    }

    /// - Parameters:
    ///   - draft: its bytes as they are in the work tree, kept in the repository.
    ///   - main: the commit that is checked out.
    /// - Throws: a ``Diagnostic`` that says what has to be ended first; ``GitError``.
    package func check(draft: GitFile, main: String) async throws {
        for (name, work) in Self.works {
            let path = try await repository.line(["rev-parse", "--git-path", name])
            guard files.status(path.hasPrefix("/") ? path : repository.root + "/" + path) == nil else {
                throw Diagnostic(
                    "a \(work) is under way here", remedy: "End it with 'git \(work) --continue' or '--abort'",
                    file: draft.path)
            }
        }
        let staged = try await GitTrees(repository).staged(draft.path)
        guard staged.count < 2 else {
            throw Diagnostic(
                "git has a conflict in the draft", remedy: "Resolve it and run 'git add \(draft.path)'",
                file: draft.path)
        }
        // What is staged and neither committed nor in the file would be passed over without a word.
        let committed = try await repository.file(draft.path, in: main)?.blob
        guard let blob = staged.first?.blob, blob != committed, blob != draft.blob else { return }
        for branch in try await repository.branches(matching: "intake/*") {
            if try await repository.file(draft.path, in: branch.commit)?.blob == blob { return }
        }
        throw Diagnostic(
            "the version of the draft that is staged is neither that of the last commit nor that of the file",
            remedy: "Stage the file with 'git add', or take the staged one back with 'git restore --staged'",
            file: draft.path)
    }

    /// What git keeps while it waits for somebody.
    private static let works = [
        ("MERGE_HEAD", "merge"), ("CHERRY_PICK_HEAD", "cherry-pick"), ("REVERT_HEAD", "revert"),
        ("rebase-merge", "rebase"), ("rebase-apply", "rebase"),
    ]
}
