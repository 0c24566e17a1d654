import ArgumentParser

struct IntakeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "intake",
        abstract: "Merge the open pull requests into the draft, entry by entry.",
        subcommands: [
            IntakeRunCommand.self, IntakeCommitCommand.self, IntakeUpdateCommand.self, DeclineCommand.self,
        ],
        defaultSubcommand: IntakeRunCommand.self)
}
