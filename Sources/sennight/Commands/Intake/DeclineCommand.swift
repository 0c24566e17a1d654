import ArgumentParser
internal import Newsroom
internal import Text

struct DeclineCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Answer a pull request with the text of a house rule, and close it.",
        discussion: "Without --yes, the answer is only shown. The rules are in the settings, under 'intake: rules:'.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The pull request's number.")
    var number: Int

    @Option(help: ArgumentHelp("The house rule that the pull request breaks.", valueName: "id"))
    var rule: String

    @Flag(help: "Post the answer and close the pull request.")
    var yes = false

    func run(_ session: DraftSession) async throws -> Outcome {
        let answers = PullRequestAnswers(session)
        let answer = try await answers.answer(to: number, by: rule)
        Terminal.print("\(lines: answer.text)")
        guard yes else {
            Terminal.say(
                "Would post this answer to #\(number) \(answer.title), and close the pull request. Add --yes to do so.")
            return .success
        }
        try await answers.decline(with: answer)
        Terminal.say("#\(number) was answered and closed.")
        return .success
    }
}
