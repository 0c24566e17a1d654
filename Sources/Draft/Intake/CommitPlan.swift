package import Context
internal import Repository

/// Determines which pull requests a commit of the draft closes.
package struct CommitPlan: Sendable {
    /// The pull requests whose complete diff is in the draft, in order.
    package var closed: [OpenPullRequest] = []
    /// The pull requests that stay open, with the reasons as sentences without a full stop.
    package var open: [(pull: OpenPullRequest, reasons: [String])] = []

    /// The pull requests that an editor wants to close.
    package struct Selection: Sendable {
        package var only: Set<PullRequestName>
        package var except: Set<PullRequestName>

        package init(only: Set<PullRequestName> = [], except: Set<PullRequestName> = []) {
            self.only = only
            self.except = except
        }

        package func contains(_ name: PullRequestName) -> Bool {
            (only.isEmpty || only.contains(name)) && !except.contains(name)
        }
    }

    /// - Parameters:
    ///   - pulls: all open pull requests.
    ///   - memory: the record of the pull requests that were added to the present issue.
    ///   - draft: the draft as the editor left it.
    package init(
        _ pulls: [OpenPullRequest], memory: IntakeLog, draft: [UInt8], selection: Selection = Selection(),
        reader: PullRequestReader
    ) async throws(GitError) {
        let presence = EntryPresence(
            draft: draft, committed: try await reader.committedDraft(), changes: memory.records.flatMap(\.changes))
        var commits: [PullRequestName: Set<String>] = [:]
        for pull in pulls {
            let own = try await reader.repository.commits(of: pull.head, notIn: reader.main)
            // Main already has all of it.
            if own.isEmpty { continue }
            commits[pull.name] = own
            guard let record = memory[pull.name] else {
                open.append((pull, ["the pull request was not merged into the draft"]))
                continue
            }
            var reasons = try await Self.reasons(pull, record, reader: reader)
            reasons += presence.missing(of: record.changes).map(\.absence)
            if !selection.contains(pull.name) { reasons.append("the pull request was not selected") }
            if reasons.isEmpty { closed.append(pull) } else { open.append((pull, reasons)) }
        }
        keepOpenWhatHoldsOthers(commits)
    }

    private static func reasons(
        _ pull: OpenPullRequest, _ record: IntakeLog.Record, reader: PullRequestReader
    ) async throws(GitError) -> [String] {
        guard record.head == pull.head else {
            return ["the pull request has changed since it was merged into the draft"]
        }
        let (files, _) = try await reader.files(of: pull)
        var reasons = (files.issues + files.others).map { "the pull request also touches \($0)" }
        if let path = files.draft?.path, path != reader.folders.draft,
            try await reader.repository.file(path, in: reader.main) != nil
        {
            reasons.append("the pull request changes \(path), which is another draft")
        }
        return reasons
    }

    /// Keeps a pull request open if it contains the commits of another one that stays open, because merging the first
    /// would also close the second.
    private mutating func keepOpenWhatHoldsOthers(_ commits: [PullRequestName: Set<String>]) {
        var isSettled = false
        while !isSettled {
            isSettled = true
            for (index, pull) in closed.enumerated().reversed() {
                let held = open.filter { commits[pull.name]?.contains($0.pull.head) == true }
                guard !held.isEmpty else { continue }
                closed.remove(at: index)
                open.append((pull, held.map { "the pull request contains \($0.pull.name), which stays open" }))
                isSettled = false
            }
        }
        open.sort { $0.pull.name < $1.pull.name }
    }
}
