import ArgumentParser
internal import Newsroom

struct SendResumeCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "resume", abstract: "Continue a campaign that was paused or interrupted.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The campaign's number. (default: the one that isn't finished)")
    var campaign: Int?

    @Flag(help: "Send the issue's present text to the others, although some have received an earlier one.")
    var withChanges = false

    @Flag(help: "Continue with a restored backup: what isn't recorded as sent is uncertain.")
    var afterRestore = false

    func run(_ sending: SendingSession) async throws -> Outcome {
        var choice = CampaignRun.Choice()
        choice.campaign = campaign
        choice.resumes = true
        choice.acceptsChanges = withChanges
        choice.afterRestore = afterRestore
        return try await SendingRun(sending, choice, try LiveContext.mailDelivery(sending.subscribers.session)).run()
    }
}
