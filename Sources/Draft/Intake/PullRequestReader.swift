package import Context
package import Repository

/// Reads from a repository what a pull request changed.
package struct PullRequestReader: Sendable {
    package let repository: GitRepository
    package let folders: DraftFolders
    /// The commit that pull requests are to be merged into.
    package let main: String

    package init(repository: GitRepository, folders: DraftFolders, main: String) {
        self.repository = repository
        self.folders = folders
        self.main = main
    }

    package struct Reading: Sendable {
        package var files: PullRequestFiles
        /// The versions of the draft that the pull request changed.
        package var versions: DraftIntake.Versions?
        /// The commit where the branch began, or last merged main.
        package var base: String
    }

    /// The committed draft; empty if it isn't committed.
    package func committedDraft() async throws(GitError) -> [UInt8] {
        try await repository.bytes(folders.draft, in: main) ?? []
    }

    /// All files that a pull request touches.
    package func files(of pull: OpenPullRequest) async throws(GitError) -> (PullRequestFiles, base: String) {
        guard let base = try await repository.mergeBase(main, pull.head) else {
            throw GitError(
                command: ["merge-base"],
                reason: .failed(status: 1, standardError: "the pull request has no history in common with main"))
        }
        let changes = try await repository.changes(from: base, to: pull.head)
        return (PullRequestFiles(changes, folders: folders), base)
    }

    /// - Parameter record: the record of an earlier head that was added.
    package func read(_ pull: OpenPullRequest, since record: IntakeLog.Record?) async throws(GitError) -> Reading {
        let (files, base) = try await files(of: pull)
        var reading = Reading(files: files, base: base)
        guard let change = files.draft, let old = change.old, let new = change.new else { return reading }
        var versions = DraftIntake.Versions(
            base: try await repository.bytes(of: old), branch: try await repository.bytes(of: new))
        if change.path != folders.draft {
            versions.published = try await repository.bytes(folders.published(change.path), in: main)
        }
        if let record { versions.before = try await before(record, path: change.path, base: versions.base) }
        reading.versions = versions
        return reading
    }

    private func before(
        _ record: IntakeLog.Record, path: String, base: [UInt8]
    ) async throws(GitError) -> DraftIntake.Versions.Before {
        // A head that was overwritten by a force push may be gone, or never have been fetched.
        if record.path == path, try await repository.commit(record.head) != nil,
            try await repository.commit(record.base) != nil,
            let taken = try await repository.bytes(path, in: record.head),
            let itsBase = try await repository.bytes(path, in: record.base)
        {
            return DraftIntake.Versions.before(taken: taken, itsBase: itsBase, base: base)
        }
        return .identities(Set(record.changes.filter { $0.kind != .removed }.map(\.identity)))
    }
}
