import ArgumentParser
internal import Newsroom
internal import Text

struct SubscribersShowCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "show",
        abstract: "Print everything that is kept about one person, for that person.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: "How to show it.")
    var format = ResultFormat.text

    @Argument(help: ArgumentHelp("The mail address.", valueName: "address"))
    var address: String

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let record = try await SubscriberRecord.find(address, session)
        switch format {
        case .text: Terminal.print(record.text)
        case .json: Terminal.print(PrintableText(record.json))
        }
        return record.subscriber == nil ? .findings : .success
    }
}
