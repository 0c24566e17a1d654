import ArgumentParser
internal import Newsroom
internal import Text

struct CandidatesCommand: SessionCommand {
    static let configuration = CommandConfiguration(
        commandName: "candidates", abstract: "List candidates that are waiting for a decision, most likely first.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "List only candidates for a section, by its heading or kind; can be repeated.")
    var section: [String] = []

    @Option(help: "The output format.")
    var format = Format.text

    func run(_ session: DraftSession) async throws -> Outcome {
        let waiting = try await WaitingCandidates(session, draft: choice.draft, sections: section)
        switch format {
        case .text:
            Terminal.print(waiting.text, endsLine: false)
            Terminal.say("\(waiting.rows.count.counted("candidate is", "candidates are")) waiting for a decision.")
        case .json: Terminal.print(PrintableText(waiting.json))
        }
        return .success
    }
}
