import ArgumentParser
internal import Newsroom
internal import Store
internal import Text

struct StoreCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Look after the file with the subscribers.",
        subcommands: [StoreBackupCommand.self, StoreCheckCommand.self, StoreRotateKeysCommand.self])
}

struct StoreBackupCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Write a copy of the store to a new file, even while it is in use.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "A file that doesn't exist yet.")
    var file: String

    func run(_ session: SubscriberSession) async throws -> Outcome {
        try await StoreMaintenance(session).backUp(to: file)
        Terminal.print("\(file)")
        return .success
    }
}

struct StoreCheckCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "check", abstract: "Look for damage in the store.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: "How to show the result.")
    var format = ResultFormat.text

    func run(_ session: SubscriberSession) async throws -> Outcome {
        let findings = try await StoreMaintenance(session).check()
        switch format {
        case .text: Terminal.print(findings.text)
        case .json: Terminal.print(PrintableText(findings.json))
        }
        return findings.faults.isEmpty ? .success : .findings
    }
}

struct StoreRotateKeysCommand: SubscriberCommand {
    static let configuration = CommandConfiguration(
        commandName: "rotate-keys", abstract: "Sign the links in mails with a new key; old links still work.")

    @OptionGroup var publication: PublicationOptions

    func run(_ session: SubscriberSession) async throws -> Outcome {
        Terminal.print("New links are signed with key \(try await StoreMaintenance(session).rotateKeys()).")
        return .success
    }
}
