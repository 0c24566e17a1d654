import ArgumentParser
internal import Draft
internal import Newsletter
internal import Context

struct StatusCommand: PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show how far the draft has come: each section, its owner, what it has.")

    enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
        case text, json
    }

    @OptionGroup var publication: PublicationOptions
    @OptionGroup var choice: DraftChoice

    @Option(help: "How to show it.")
    var format = Format.text

    func run() throws {
        let session = try DraftSession(publication.location)
        let draft = try session.draft(named: choice.draft)
        let status = DraftStatus(
            draft, memory: try session.decisions(on: draft), publication: session.publication,
            now: session.context.clock.now())
        switch format {
        case .text: Terminal.print(status.text)
        case .json: Terminal.print(status.json.indentedBytes + [0x0A])
        }
    }
}
