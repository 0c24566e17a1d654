import ArgumentParser
internal import Context
internal import Foundation
internal import Newsroom
internal import Publish
internal import Signing
internal import Text

struct PublishCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish",
        abstract: "Publish an issue: finish, push, deploy, verify, send and announce it, each once.",
        discussion: """
            Without --yes, nothing is done: the command shows each step, and any problems that would stop it. With --yes, it does \
            what isn't done yet; if it is interrupted, the same command continues. It ends with success only if no step \
            is open. Guides/publishing.md explains each step.
            """,
        subcommands: [
            PublishIssueCommand.self, PublishStatusCommand.self, PublishRetryCommand.self, PublishSkipCommand.self,
            PublishAbandonCommand.self, PublishDeployCommand.self,
        ],
        defaultSubcommand: PublishIssueCommand.self)
}

/// A command that publishes, or shows or changes a plan.
protocol PublishingCommand: NewsroomCommand, PublicationCommand {
    func run(_ publishing: Publishing) async throws -> Outcome
}

extension PublishingCommand {
    func run(_ context: Context) async throws -> Outcome {
        try await run(
            Publishing(
                publication.location, context: context, stores: LiveStore.access, cryptography: .live,
                host: Program.hostName, process: Program.processNumber,
                logOffset: TimeZone.current.secondsFromGMT(), dns: LiveContext.dns,
                transport: { session in
                    let transport = try LiveContext.mailDelivery(session)
                    return (transport.delivery, transport.connections)
                },
                notify: { Terminal.say("\($0)") }))
    }
}

extension Outcome {
    /// Success only if nothing is left to do.
    static func of(_ journal: PublishJournal) -> Outcome { journal.open.isEmpty ? .success : .findings }
}
