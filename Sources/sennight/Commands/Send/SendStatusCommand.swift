import ArgumentParser
internal import Newsroom
internal import Text

struct SendStatusCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Show the campaigns, and how many messages are in which state.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The campaign's number. (default: all)")
    var campaign: Int?

    @Option(help: "How to show the result.")
    var format = ResultFormat.text

    func run(_ sending: SendingSession) async throws -> Outcome {
        let status = try await CampaignStatus.read(sending, campaign)
        switch format {
        case .text: Terminal.print(status.text)
        case .json: Terminal.print(PrintableText(status.json))
        }
        return .success
    }
}
