import ArgumentParser
internal import Newsroom
internal import Text

struct IntakeUpdateCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Merge main into the branch of a pull request, entry by entry.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice

    @Argument(help: "The pull request's number, or the branch.")
    var pull: String

    @Flag(help: "Push it to the branch, and not only say it.")
    var yes = false

    func run(_ session: DraftSession) async throws -> Outcome {
        let update = try await PullRequestAnswers(session).update(
            pull, from: origin.origin, draft: choice.draft, isMeant: yes)
        switch update {
        case .isCurrent(let name): Terminal.say("\(name) has all of main.")
        case .wouldPush(let commit, let name):
            Terminal.say("Would bring \(commit) to the branch of \(name). Look at it with 'git show --first-parent'.")
            Terminal.say("Say --yes to do it.")
        case .pushed(let commit, let name):
            Terminal.say("\(name) has main in it now.")
            Terminal.print("\(commit)")
        }
        return .success
    }
}
