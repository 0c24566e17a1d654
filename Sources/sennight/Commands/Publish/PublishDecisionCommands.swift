import ArgumentParser
internal import Newsroom
internal import Publish
internal import Text

struct PublishRetryCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Have the next run do a step again that failed or is uncertain.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The name of the step.")
    var step: String

    @Option(help: "The number of the issue. (default: the one that is being published)")
    var issue: Int?

    func run(_ publishing: Publishing) async throws -> Outcome {
        let journal = try await StepDecision(publishing, issue: issue.map(String.init), .retry(step: step)).run()
        Terminal.print(PublishStatus.text(of: journal))
        Terminal.say("Run 'sennight publish \(journal.issue) --yes' to continue.")
        return .of(journal)
    }
}

struct PublishSkipCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "skip", abstract: "Leave out a step, or count it as done.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The name of the step.")
    var step: String

    @Option(help: "The reason, for the journal.")
    var why: String

    @Option(help: "The number of the issue. (default: the one that is being published)")
    var issue: Int?

    func run(_ publishing: Publishing) async throws -> Outcome {
        let decision = StepDecision(publishing, issue: issue.map(String.init), .skip(step: step, why: why))
        let journal = try await decision.run()
        Terminal.print(PublishStatus.text(of: journal))
        return .of(journal)
    }
}

struct PublishAbandonCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "abandon", abstract: "Give up a plan; what was done stays as it is.")

    @OptionGroup var publication: PublicationOptions

    @Option(help: "The number of the issue. (default: the one that is being published)")
    var issue: Int?

    func run(_ publishing: Publishing) async throws -> Outcome {
        let journal = try await StepDecision(publishing, issue: issue.map(String.init), .abandon).run()
        Terminal.print(PublishStatus.text(of: journal))
        return .success
    }
}
