import ArgumentParser
internal import Newsletter
internal import Newsroom
internal import Text

struct StatusCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far the draft has come: each section, its owner, what it has.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "How to show it.")
    var format = Format.text

    func run(_ session: DraftSession) async throws -> Outcome {
        let status = try await DraftStatus(session, draft: choice.draft)
        switch format {
        case .text: Terminal.print(status.text)
        case .json: Terminal.print(PrintableText(status.json))
        }
        for title in status.interrupted {
            Terminal.say(
                "warning: '\(title)' was interrupted, or is running. The next command that writes completes it.")
        }
        for warning in status.warnings { Terminal.say("\(warning)") }
        return .success
    }
}
