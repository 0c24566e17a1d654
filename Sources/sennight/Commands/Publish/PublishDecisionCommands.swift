import ArgumentParser
internal import Newsroom
internal import Publish
internal import Text

struct PublishRetryCommand: PublishingCommand {
    static let configuration = CommandConfiguration(
        commandName: "retry", abstract: "Let the next run retry a step that failed or is uncertain.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The name of the step.")
    var step: String

    @Option(help: "The number of the issue. (default: the one that is being published)")
    var issue: Int?

    @Flag(help: "Decide about a plan that another person or machine has begun.")
    var takeOver = false

    func run(_ publishing: Publishing) async throws -> Outcome {
        let journal = try await StepDecision(publishing, issue: issue, .retry(step: step), takesOver: takeOver).run()
        Terminal.print(PublishStatus.text(of: journal))
        Terminal.say("Run 'sennight publish \(journal.issue) --yes' to continue.")
        return .success
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

    @Flag(help: "Decide about a plan that another person or machine has begun.")
    var takeOver = false

    func run(_ publishing: Publishing) async throws -> Outcome {
        let decision = StepDecision(publishing, issue: issue, .skip(step: step, why: why), takesOver: takeOver)
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

    @Flag(help: "Decide about a plan that another person or machine has begun.")
    var takeOver = false

    func run(_ publishing: Publishing) async throws -> Outcome {
        let journal = try await StepDecision(publishing, issue: issue, .abandon, takesOver: takeOver).run()
        Terminal.print(PublishStatus.text(of: journal))
        return .success
    }
}
