import ArgumentParser

struct DKIMCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "dkim",
        abstract: "Make the keys that sign the mail, and compare them with the DNS.",
        discussion:
            "Receivers reject much of the mail that has no valid signature. Guides/mail.md explains the set-up.",
        subcommands: [DKIMNewCommand.self, DKIMCheckCommand.self])
}
