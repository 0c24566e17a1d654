internal import Newsletter
package import Repository

/// The journal on the remote repository, at a ref of its own: it tells other machines who publishes an issue, and lets
/// them continue.
///
/// Each version is a commit with one file, whose parent is the version before. The ref only moves from the version that
/// this publisher knows (`--force-with-lease`, git-push(1)), so two publishers never both believe that they hold it.
package struct RemoteJournal: Sendable {
    private let repository: GitRepository
    private let remote: String
    private let reference: String

    /// - Parameter name: the last part of the ref: the issue's number.
    package init(_ repository: GitRepository, remote: String, name: String) {
        self.repository = repository
        self.remote = remote
        reference = "refs/sennight/publish/\(name)"
    }

    /// The names of the journals on a remote, the highest number first.
    package static func names(_ repository: GitRepository, remote: String) async throws -> [String] {
        let lines = try await repository.line(["ls-remote", "--", remote, "refs/sennight/publish/*"])
        let numbers = lines.split(separator: "\n").compactMap { $0.split(separator: "/").last.flatMap { Int($0) } }
        return numbers.sorted(by: >).map(String.init)
    }

    /// A version of the journal, and its commit.
    package struct Version: Sendable {
        package var journal: PublishJournal
        package var commit: String
    }

    /// - Returns: nil if there is none.
    /// - Throws: ``GitError`` if the remote can't be asked; a ``Diagnostic`` if something else is at the ref.
    package func read() async throws -> Version? {
        let listed = try await repository.line(["ls-remote", "--", remote, reference])
        guard let commit = listed.split(whereSeparator: \.isWhitespace).first.map(String.init) else { return nil }
        try await repository.output(["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", "--", remote, reference])
        let place = "\(remote) \(reference)"
        guard let bytes = try await repository.bytes(Self.file, in: commit) else {
            throw Diagnostic(
                "this ref isn't the journal of publishing an issue", remedy: "Remove the ref from the remote",
                file: place)
        }
        return Version(journal: try PublishJournal(bytes, place: place), commit: commit)
    }

    /// Writes a version after the one that is known; nil creates the ref.
    ///
    /// - Returns: the new version's commit.
    /// - Throws: ``OtherPublisher`` if the ref isn't at that version; ``GitError``.
    package func write(_ journal: PublishJournal, after known: String?) async throws -> String {
        let trees = GitTrees(repository)
        let blob = try await repository.line(["hash-object", "-w", "--stdin"], input: try journal.bytes)
        let tree = try await repository.line(["mktree"], input: Array("100644 blob \(blob)\t\(Self.file)\n".utf8))
        let commit = try await trees.commit(
            tree: tree, parents: known.map { [$0] } ?? [],
            message: "Publishing issue \(journal.issue), step \(journal.revision)\n")
        do {
            // Hooks are for branches; this ref only says how far publishing has come.
            try await repository.output([
                "push", "--quiet", "--no-verify", "--force-with-lease=\(reference):\(known ?? "")", "--", remote,
                "\(commit):\(reference)",
            ])
            return commit
        } catch let fault {
            // The push may have arrived although its answer was lost.
            guard let now = try await read() else { throw fault }
            if now.commit == commit { return commit }
            if now.commit != known { throw OtherPublisher(journal: now.journal) }
            throw fault
        }
    }

    private static let file = "journal.json"
}

/// The error if another publisher holds an issue.
package struct OtherPublisher: Error, Sendable {
    package let journal: PublishJournal

    package init(journal: PublishJournal) {
        self.journal = journal
    }
}
