import ArgumentParser
internal import Newsroom
internal import Store
internal import Text

struct SubscribersImportCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "import",
        abstract: "Import subscribers from another list: a dry run, unless --write is passed.",
        discussion: """
            Reads exports of Mailchimp, listmonk, Buttondown and Sennight, other tables with a column 'email', and plain lists of \
            addresses. Names, IP addresses and other columns aren't imported. Who has unsubscribed or bounced there goes onto the \
            suppression list.
            """)

    @OptionGroup var publication: PublicationOptions

    @Flag(help: "Import the list; all of it, or nothing.")
    var write = false

    @Option(help: ArgumentHelp("Where they agreed. (default: the program that wrote the list)", valueName: "text"))
    var source: String?

    @Option(
        help: ArgumentHelp(
            "The status of rows without one: active, pending, unsubscribed, bounced or complained.",
            valueName: "status"))
    var status: SubscriberState?

    @Option(help: "How to show the result.")
    var format = ResultFormat.text

    @Argument(help: ArgumentHelp("The list, as comma-separated values.", valueName: "file"))
    var file: String

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let report = try await SubscriberImport(session, file: file, source: source, state: status, writes: write).run()
        switch format {
        case .text: Terminal.print(report.text)
        case .json: Terminal.print(PrintableText(report.json))
        }
        if !write { Terminal.say("This was a dry run. Pass --write to import the list.") }
        return .success
    }
}

extension SubscriberState: ExpressibleByArgument {}
