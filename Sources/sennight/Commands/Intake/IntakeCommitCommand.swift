import ArgumentParser
internal import Newsroom
internal import Text

struct IntakeCommitCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "commit",
        abstract:
            "Commit the draft to a new branch, as a merge of the pull requests whose entries are all in the draft.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice
    @OptionGroup var selection: PullRequestNames

    @Flag(help: "Push to the current branch's upstream instead of creating a branch.")
    var push = false

    @Flag(help: "With --push, push the commit; otherwise only show what would happen.")
    var yes = false

    func validate() throws {
        if yes, !push { throw ValidationError("--yes needs --push.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let intake = TakenPullRequests(session, draft: choice.draft, origin: origin.origin)
        let committed = try await intake.commit(selection.selection, to: push ? .push(isMeant: yes) : .branch)
        for pull in committed.open {
            Terminal.say("\(pull.name) stays open: \(pull.reasons.joined(separator: "; ")).")
        }
        let closed = committed.closed.joined(separator: ", ")
        let effect = closed.isEmpty ? "closes no pull request" : "closes \(closed)"
        switch committed.effect {
        case .nothingToCommit: Terminal.say("Nothing to commit.")
        case .onBranch(let branch):
            Terminal.say(
                "Once this branch is merged with a merge commit, that \(effect). To push: git push origin \(branch)")
            Terminal.print("\(branch)")
        case .wouldPush(let commit, let remote, let reference):
            Terminal.say("Would push \(commit) to \(remote) \(reference). The commit \(effect).")
            Terminal.say("Add --yes to push.")
        case .pushed(let commit, let remote, let reference):
            Terminal.say("Pushed to \(remote) \(reference). The commit \(effect).")
            Terminal.print("\(commit)")
        }
        return .success
    }
}
