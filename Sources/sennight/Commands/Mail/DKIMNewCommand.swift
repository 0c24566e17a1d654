import ArgumentParser
internal import Context
internal import Newsroom
internal import Send
internal import Text

struct DKIMNewCommand: NewsroomCommand, PublicationCommand {
    static let configuration = CommandConfiguration(
        commandName: "new",
        abstract: "Make two keys, RSA and Ed25519, and print the DNS records for them.",
        discussion: """
            The private keys are written into .sennight/dkim, which git ignores. Keep a copy of them in a safe place, or set
            SENNIGHT_DKIM_RSA and SENNIGHT_DKIM_ED25519 on the machine that sends the mail.
            """)

    @OptionGroup var publication: PublicationOptions

    func run(_ context: Context) async throws -> Outcome {
        let made = try NewMailKeys(
            publication.location, context: context, cryptography: LiveContext.cryptography
        ).make()
        for file in made.files { Terminal.say("wrote \(file)") }
        Terminal.say("Add these records to the DNS; then run 'sennight dkim check'.")
        for record in made.records { Terminal.print("\(record.zoneLine)") }
        return .success
    }
}
