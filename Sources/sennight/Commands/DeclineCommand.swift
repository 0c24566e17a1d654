import ArgumentParser
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Settings
internal import Text

struct DeclineCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "decline",
        abstract: "Answer a pull request with what a house rule says, and close it.",
        discussion: "Without --yes it only shows the answer. The rules stand in the settings under 'intake: rules:'.")

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice

    @Argument(help: "The pull request's number.")
    var number: Int

    @Option(help: ArgumentHelp("The house rule that it is against.", valueName: "id"))
    var rule: String

    @Flag(help: "Post the answer and close the pull request.")
    var yes = false

    func validate() throws {
        if origin.branches != nil { throw ValidationError("A branch of this clone cannot be answered.") }
    }

    func run() async throws {
        let place = try await IntakePlace(publication.location, draft: choice.draft, context: .live)
        let rules = place.publication.intake.rules
        guard let rule = rules.first(where: { $0.id == self.rule }) else {
            let nearest = NearestWord.of(self.rule, among: rules.map(\.id))
            let known = rules.isEmpty ? "none" : rules.map(\.id).joined(separator: ", ")
            throw Diagnostic(
                "there is no house rule '\(self.rule)'",
                remedy: nearest.map { "Did you mean '\($0)'?" } ?? "Known are: \(known)",
                file: place.location.settings)
        }
        let client = try origin.client(place)
        let pull = try await client.pullRequest(number)
        let answer = rule.answer(to: pull.author)
        Terminal.print("\(lines: answer)")
        guard yes else {
            return Terminal.say("Would post this to #\(number) \(pull.title) and close it. Say --yes to do it.")
        }
        try await client.decline(number, answer: answer)
        Terminal.say("#\(number) is answered and closed.")
    }
}
