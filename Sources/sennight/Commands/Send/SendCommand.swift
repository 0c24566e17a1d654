import ArgumentParser
internal import Newsroom

struct SendCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "send",
        abstract: "Send an issue to its subscribers, each of them once.",
        discussion: """
            Without --yes, nothing is sent: the command shows who would receive the issue, and what speaks against sending it. \
            Guides/sending.md explains each step.
            """,
        subcommands: [
            SendIssueCommand.self, SendStatusCommand.self, SendPauseCommand.self, SendResumeCommand.self,
            SendCancelCommand.self,
        ],
        defaultSubcommand: SendIssueCommand.self)
}

/// A command that sends, or changes what is sent.
protocol SendingCommand: SubscriberCommand {
    func run(_ sending: SendingSession) async throws -> Outcome
}

extension SendingCommand {
    func run(_ session: SubscriberSession) async throws -> Outcome {
        try await run(SendingSession(session, host: Program.hostName, process: Program.processNumber))
    }
}
