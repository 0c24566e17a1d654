import ArgumentParser
internal import Context
internal import Newsroom
internal import Send
internal import Text

struct MailCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "mail",
        abstract: "Write the mail of an issue, exactly as it is sent.",
        discussion: """
            Nothing is sent. Without --output, the message is printed. With --merge-tags, --html and --text write the mail for
            a service that keeps the list of subscribers, such as Mailchimp. Guides/mail.md explains the settings.
            """)

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The number or the file of an issue. (default: the newest issue)")
    var issue: String?

    @Option(
        name: .customLong("to"),
        help: ArgumentHelp("The recipient; may be given several times. (default: the sender)", valueName: "address"))
    var recipients: [String] = []

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The file for the message; further recipients get FILE-2, FILE-3 ….", valueName: "file"))
    var output: String?

    @Flag(help: "Show the mail in the browser.")
    var open = false

    @Option(help: ArgumentHelp("Write the HTML alone into a file.", valueName: "file"))
    var html: String?

    @Option(help: ArgumentHelp("Write the text alone into a file.", valueName: "file"))
    var text: String?

    @Option(help: "The service that will send the HTML and the text: its tag for unsubscribing is put in.")
    var mergeTags: ListHost?

    func validate() throws {
        guard mergeTags == nil || html != nil || text != nil else {
            throw ValidationError("--merge-tags needs --html FILE or --text FILE.")
        }
    }

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let (tokens, strangers) = try await session.mailTokens(for: recipients)
        let context = session.session.context
        let mail = try await IssueMail(
            of: issue, publication.location, context: context, cryptography: LiveContext.cryptography, tokens: tokens)
        for address in strangers {
            Terminal.say("\(address) isn't a subscriber: the links for unsubscribing don't work.")
        }
        for notice in mail.notices { Terminal.say(notice) }
        let files = MailFiles(mail, context: context)
        if html != nil || text != nil { try files.writeParts(html: html, text: text, for: mergeTags) }
        if open { try LiveContext.browse(files.writePage(publication.location)) }
        guard html == nil, text == nil, !open || output != nil else { return .success }
        let messages = try mail.messages(to: recipients)
        if let output {
            for file in try files.write(messages, to: output) { Terminal.say("wrote \(file)") }
        } else {
            for message in messages { Terminal.print(content: message) }
        }
        return .success
    }
}

extension ListHost: ExpressibleByArgument {}
