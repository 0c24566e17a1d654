internal import Context
internal import Draft
internal import Newsletter
internal import Text

/// `intake --commit`: the draft and the pull requests that are whole in it become one commit.
struct DraftCommitting {
    let place: IntakePlace
    let pulls: [OpenPullRequest]
    let selection: CommitPlan.Selection

    private let draft: [UInt8]
    private let memory: IntakeFolder
    private let commits: DraftCommit

    init(_ place: IntakePlace, pulls: [OpenPullRequest], selection: CommitPlan.Selection) throws {
        (self.place, self.pulls, self.selection) = (place, pulls, selection)
        draft = try place.draft()
        memory = try place.memory(of: draft)
        commits = DraftCommit(place.repository)
    }

    /// Puts the commit on a branch for a pull request.
    func putOnBranch() async throws {
        guard let (made, effect) = try await make() else { return }
        let branch = try await commits.putOnBranch(made, named: memory.branchName)
        Terminal.say("Once it is merged with a merge commit, it \(effect). Push it: git push origin \(branch)")
        Terminal.print("\(branch)")
    }

    /// - Parameter isMeant: whether to do it, and not only to say it.
    func push(isMeant: Bool) async throws {
        let target = try await commits.pushTarget()
        guard let (made, effect) = try await make() else { return }
        guard isMeant else {
            Terminal.say("Would push \(made.commit) to \(target.remote) \(target.reference); it \(effect).")
            return Terminal.say("Say --yes to do it.")
        }
        try await commits.push(made, to: target, from: place.main)
        Terminal.say("Pushed to \(target.remote) \(target.reference); it \(effect).")
        Terminal.print("\(made.commit)")
    }

    /// - Returns: also what it will do to pull requests, in words; nil where there is nothing to commit.
    private func make() async throws -> (DraftCommit.Made, effect: String)? {
        let files = try await place.committedFiles(draft: draft, memory: memory)
        try await CommitGuard(place.repository, files: place.context.files).check(draft: files[0], main: place.main)
        let plan = try await CommitPlan(
            pulls, memory: memory.present, draft: draft, selection: selection, reader: place.reader)
        for (pull, reasons) in plan.open {
            Terminal.say("\(pull.name) stays open: \(reasons.joined(separator: "; ")).")
        }
        guard let made = try await commits.make(plan, main: place.main, files: files) else {
            Terminal.say("There is nothing to commit.")
            return nil
        }
        let closed = plan.closed.map(\.name.description).joined(separator: ", ")
        return (made, closed.isEmpty ? "closes no pull request" : "closes \(closed)")
    }
}
