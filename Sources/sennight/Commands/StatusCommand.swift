import ArgumentParser
internal import Draft
internal import Newsletter
internal import Context
internal import Text

struct StatusCommand: AsyncParsableCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far the draft has come: each section, its owner, what it has.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "How to show it.")
    var format = Format.text

    func run() async throws {
        let session = try DraftSession(publication.location)
        let draft = try session.draft(named: choice.draft)
        let memory = try session.decisions(on: draft)
        let waiting = try WaitingCandidates(
            session, draft: draft, memory: memory, archive: try await session.archive())
        let status = DraftStatus(
            draft, memory: memory, publication: session.publication, waiting: waiting.rows.map(\.candidate),
            collected: SourceState.times(session, waiting.material.ranked), now: session.context.clock.now())
        switch format {
        case .text: Terminal.print(status.text)
        case .json: Terminal.print(PrintableText(status.json))
        }
        for record in try session.changeLog.interrupted() {
            Terminal.say(
                "warning: '\(record.title)' was interrupted, or is running. The next command that writes completes it.")
        }
        let ignored = IgnoredFiles(location: session.location, git: session.context.git)
        for warning in await ignored.warnings(session.files) { Terminal.say("\(warning)") }
    }
}
