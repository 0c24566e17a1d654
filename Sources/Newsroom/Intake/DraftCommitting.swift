internal import Context
internal import Draft

/// The branch that a commit of the draft goes to.
package enum CommitTarget: Sendable {
    /// A new branch, for a pull request.
    case branch
    /// The upstream of the branch that is checked out; without `isMeant`, the result only says what would be pushed.
    case push(isMeant: Bool)
}

/// A commit of the draft, with the pull requests whose entries are all in it.
package struct CommittedDraft: Sendable {
    package enum Effect: Sendable {
        case nothingToCommit
        case onBranch(String)
        case wouldPush(commit: String, remote: String, reference: String)
        case pushed(commit: String, remote: String, reference: String)
    }

    package var effect: Effect
    /// The pull requests that the commit closes.
    package var closed: [String]
    /// The pull requests that stay open, each with the reasons.
    package var open: [(name: String, reasons: [String])]
}

/// Makes one commit of the draft and of the pull requests whose entries are all in it.
struct DraftCommitting {
    let place: IntakePlace
    let pulls: [OpenPullRequest]
    let selection: CommitPlan.Selection

    private let draft: [UInt8]
    private let memory: IntakeFolder
    private let commits: DraftCommit

    init(_ place: IntakePlace, pulls: [OpenPullRequest], selection: CommitPlan.Selection) throws {
        self.place = place
        self.pulls = pulls
        self.selection = selection
        draft = try place.draft()
        memory = try place.memory(of: draft)
        commits = DraftCommit(place.repository)
    }

    /// Makes the commit on a new branch, for a pull request.
    func putOnBranch() async throws -> CommittedDraft {
        var (made, result) = try await make()
        if let made { result.effect = .onBranch(try await commits.putOnBranch(made, named: memory.branchName)) }
        return result
    }

    /// - Parameter isMeant: whether to push; otherwise, the result only says what would be pushed.
    func push(isMeant: Bool) async throws -> CommittedDraft {
        let target = try await commits.pushTarget()
        var (made, result) = try await make()
        guard let made else { return result }
        if isMeant {
            try await commits.push(made, to: target, from: place.main)
            result.effect = .pushed(commit: made.commit, remote: target.remote, reference: target.reference)
        } else {
            result.effect = .wouldPush(commit: made.commit, remote: target.remote, reference: target.reference)
        }
        return result
    }

    /// - Returns: no commit if there is nothing to commit.
    private func make() async throws -> (DraftCommit.Made?, CommittedDraft) {
        let files = try await place.committedFiles(draft: draft, memory: memory)
        try await CommitGuard(place.repository, files: place.context.files).check(draft: files[0], main: place.main)
        let plan = try await CommitPlan(
            pulls, memory: memory.present, draft: draft, selection: selection, reader: place.reader)
        let result = CommittedDraft(
            effect: .nothingToCommit, closed: plan.closed.map(\.name.description),
            open: plan.open.map { ($0.0.name.description, $0.1) })
        return (try await commits.make(plan, main: place.main, files: files), result)
    }
}
