import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct CollectCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "collect",
        abstract: "Collect the week's candidates from the publication's sources.",
        discussion: """
            The candidates of each source are written to candidates/NUMBER/SOURCE.jsonl at the publication's root. \
            Commit \
            these files, so that all editors see the same candidates. If a source fails, its error is reported and \
            the other \
            sources are still collected. Entries of the draft that have changed, such as events that were cancelled, \
            are reported \
            with the command that updates the draft.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(
        help: ArgumentHelp(
            "The first day. (default: the day of the last issue)", valueName: "yyyy-mm-dd"))
    var since: CalendarDate?

    @Option(
        help: ArgumentHelp(
            "The day after the last one. (default: the day of this issue)", valueName: "yyyy-mm-dd"))
    var until: CalendarDate?

    @Argument(help: "Names of sources. (default: all)")
    var sources: [String] = []

    func validate() throws {
        if let since, let until, until <= since { throw ValidationError("--until must be after --since.") }
    }

    func run(_ session: DraftSession) async throws -> Outcome {
        let outcome = try await CollectRun(session, since: since, until: until).run(sources)
        for change in outcome.changes { Terminal.say("\(change)") }
        for fault in outcome.faults { Terminal.say("\(fault)") }
        for file in outcome.files { Terminal.print("\(file)") }
        Terminal.say("\(outcome.new.counted("new candidate")) from \(outcome.files.count.counted("source")).")
        return outcome.faults.isEmpty ? .success : .findings
    }
}
