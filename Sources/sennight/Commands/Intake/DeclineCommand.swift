import ArgumentParser
internal import Newsroom
internal import Text

struct DeclineCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Answer a pull request with what a house rule says, and close it.",
        discussion: "Without --yes it only shows the answer. The rules stand in the settings under 'intake: rules:'.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The pull request's number.")
    var number: Int

    @Option(help: ArgumentHelp("The house rule that it is against.", valueName: "id"))
    var rule: String

    @Flag(help: "Post the answer and close the pull request.")
    var yes = false

    func run(_ session: DraftSession) async throws -> Outcome {
        let answers = PullRequestAnswers(session)
        let answer = try await answers.answer(to: number, by: rule)
        Terminal.print("\(lines: answer.text)")
        guard yes else {
            Terminal.say("Would post this to #\(number) \(answer.title) and close it. Say --yes to do it.")
            return .success
        }
        try await answers.decline(with: answer)
        Terminal.say("#\(number) is answered and closed.")
        return .success
    }
}
