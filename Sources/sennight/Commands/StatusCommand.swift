import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct StatusCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Show the state of the draft: each section, its owner, its entries, and the waiting candidates.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "The output format.")
    var format = Format.text

    func run(_ session: DraftSession) async throws -> Outcome {
        let status = try await DraftStatus(session, draft: choice.draft)
        switch format {
        case .text: Terminal.print(status.text)
        case .json: Terminal.print(PrintableText(status.json))
        }
        for title in status.interrupted {
            Terminal.say(
                "warning: '\(title)' was interrupted or is still running. The next"
                    + " command that writes will complete it."
            )
        }
        for warning in status.warnings { Terminal.say("\(warning)") }
        return .success
    }
}
