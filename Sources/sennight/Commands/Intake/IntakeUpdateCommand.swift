import ArgumentParser
internal import Newsroom
internal import Text

struct IntakeUpdateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Merge main into the branch of a pull request, entry by entry.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice

    @Argument(help: "The number of the pull request, or its branch.")
    var pull: String

    @Flag(help: "Push to the branch; without it, only show what would happen.")
    var yes = false

    func run(_ session: DraftSession) async throws -> Outcome {
        let update = try await PullRequestAnswers(session).update(
            pull, from: origin.origin, draft: choice.draft, isMeant: yes)
        switch update {
        case .isCurrent(let name): Terminal.say("\(name) is up to date with main.")
        case .wouldPush(let commit, let name):
            Terminal.say("Would push \(commit) to the branch of \(name). 'git show --first-parent' shows its changes.")
            Terminal.say("Add --yes to push.")
        case .pushed(let commit, let name):
            Terminal.say("Merged main into \(name).")
            Terminal.print("\(commit)")
        }
        return .success
    }
}
