import ArgumentParser
internal import Newsroom
internal import Text

struct SubscribersStatsCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "stats",
        abstract: "Print how many subscribers are in each state.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: "How to show it.")
    var format = ResultFormat.text

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let statistics = try await SubscriberStatistics.read(session)
        switch format {
        case .text: Terminal.print(statistics.text)
        case .json: Terminal.print(PrintableText(statistics.json))
        }
        return .success
    }
}
