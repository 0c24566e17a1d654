import ArgumentParser
internal import Newsroom
internal import Text

struct IntakeRunCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "run",
        abstract: "List the open pull requests and add the entries of those without conflicts to the draft.",
        discussion: """
            What you delete, move or reword in the draft stays that way, however often you run 'sennight intake'. \
            'intake commit' then \
            makes one merge commit that closes the pull requests whose entries are all in the draft. Exits with 1 if \
            some pull \
            requests need your attention.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice
    @OptionGroup var origin: PullRequestChoice
    @OptionGroup var selection: PullRequestNames
    @OptionGroup var replaced: ReplacedIntakeOptions

    @Option(
        help: ArgumentHelp(
            "Add all entries of these pull requests again, including those that were deleted since.",
            valueName: "pulls"))
    var again: String?

    @Flag(help: "Show what would happen and write nothing.")
    var dryRun = false

    @Option(help: "The output format.")
    var format = Format.text

    func run(_ session: DraftSession) async throws -> Outcome {
        let intake = TakenPullRequests(session, draft: choice.draft, origin: origin.origin)
        let outcome = try await intake.take(
            selection.selection, again: PullRequestNames.names(again), isDry: dryRun)
        switch format {
        case .text: Terminal.print(outcome.text, endsLine: false)
        case .json: Terminal.print(PrintableText(outcome.json))
        }
        Terminal.say("\(outcome.draft): \(outcome.taken) \(dryRun ? "would be merged" : "merged").")
        return outcome.needsPerson ? .findings : .success
    }
}
