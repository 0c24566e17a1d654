import ArgumentParser
internal import Context
internal import Newsroom
internal import Signing
internal import Text

struct BouncesCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "bounces",
        abstract: "Read returned mail and complaints, and stop sending to addresses that don't exist.",
        discussion: """
            Reads a Maildir, an mbox, or one message from standard input, which a mail server passes to a command. Messages of a \
            Maildir are moved to 'cur' with the flag S. Reading a message twice changes nothing the second time. Only messages \
            with a valid token of a newsletter's envelope have an effect, and nobody receives a reply.

            With standard input, the exit code is 75 after any error, so that the mail server tries again, and otherwise 0.
            """)

    @OptionGroup var publication: PublicationOptions

    @Option(help: ArgumentHelp("The address to which the message is delivered.", valueName: "address"))
    var recipient: String?

    @Flag(help: "Show what would change, and change nothing.")
    var dryRun = false

    @Flag(help: "Read the messages of a Maildir that have the flag S, too.")
    var all = false

    @Option(help: "How to show the result.")
    var format = ResultFormat.text

    @Argument(help: ArgumentHelp("A Maildir or an mbox. (default: standard input)", valueName: "mailbox"))
    var mailbox: String?

    private var source: String? { mailbox == "-" ? nil : mailbox }

    func run(_ context: Context) async throws -> Outcome {
        do {
            let session = try SubscriberSession(session(in: context), LiveStore.access, .live)
            let outcome = try await run(session)
            // A mail server takes any other code for a failure.
            return source == nil ? .success : outcome
        } catch  where source == nil {
            Terminal.say("\(error)")
            throw ExitCode(Self.temporaryFailure)
        }
    }

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let summary = try await BounceRun(
            session, source: source, recipient: recipient, writes: !dryRun, rereads: all
        ).run()
        switch format {
        case .text: Terminal.print(summary.text)
        case .json: Terminal.print(PrintableText(summary.json))
        }
        for error in summary.unreadable { Terminal.say("\(error)") }
        return summary.unreadable.isEmpty ? summary.needsAttention ? .findings : .success : .failure
    }

    /// `EX_TEMPFAIL` (sysexits.h).
    private static let temporaryFailure: Int32 = 75
}
