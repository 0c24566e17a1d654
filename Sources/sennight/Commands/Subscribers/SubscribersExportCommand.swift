import ArgumentParser
internal import Newsroom
internal import Store
internal import Text

struct SubscribersExportCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "export",
        abstract: "Print the subscribers as comma-separated values.",
        discussion: """
            Redirect the output into a file. Cells that a spreadsheet would take for a formula begin with an apostrophe; \
            'subscribers import' removes it.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(
        help: ArgumentHelp(
            "Only those with this status: active, pending, unsubscribed, bounced or complained.", valueName: "status"))
    var status: SubscriberState?

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let count = try await SubscriberExport(session, state: status).run { Terminal.print(content: $0) }
        Terminal.say("\(count.counted("subscriber")).")
        return .success
    }
}
