import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct CorrectCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Record that a published issue was corrected, for readers, feeds and the next mail.",
        discussion: """
            Edit the issue's text first, and run this before you commit. Guides/correcting.md shows what readers see.
            """)

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The number or the file of the issue.")
    var issue: String

    @Option(help: "What was wrong, in one sentence for readers.")
    var reason: String?

    @Option(
        help: ArgumentHelp(
            "The entry that it is about: its URL, or a line of the file. (default: the one that was changed)",
            valueName: "url-or-line"))
    var entry: String?

    @Flag(help: "Show readers no note, as for a typo.")
    var silent = false

    @Option(help: ArgumentHelp("The commit or tag with the text before. (default: HEAD)", valueName: "revision"))
    var since: String?

    @Flag(help: "Record the correction even if the text hasn't changed.")
    var force = false

    @Flag(help: "List the issue's corrections, and change nothing.")
    var list = false

    func validate() throws {
        guard list == (reason == nil) else {
            throw ValidationError("Give either --reason \"One sentence for readers\" or --list.")
        }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let correcting = IssueCorrection(session, issue: issue)
        if list {
            for correction in try await correcting.list() { for line in correction.lines { Terminal.print(line) } }
            return .success
        }
        let outcome = try await correcting.record(
            .init(reason: reason ?? "", entry: entry, isSilent: silent, revision: since, isForced: force))
        for line in outcome.correction.changeLines { Terminal.say(line) }
        if let entry = outcome.correction.entry, !silent { Terminal.say("The note is shown beside '\(entry.title)'.") }
        Terminal.print("\(outcome.path)")
        return .success
    }
}
