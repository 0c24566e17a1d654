import ArgumentParser
internal import Newsroom
internal import Text

struct SendPauseCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "pause", abstract: "Stop a campaign until it is resumed, even while another program sends it.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The campaign's number. (default: the one that isn't finished)")
    var campaign: Int?

    func run(_ sending: SendingSession) async throws -> Outcome {
        let number = try await CampaignControl(sending).pause(campaign, reason: "by a person")
        Terminal.print("Campaign \(number) is paused. Continue it with 'sennight send resume \(number)'.")
        return .success
    }
}

struct SendCancelCommand: SendingCommand {
    static let configuration = CommandConfiguration(
        commandName: "cancel", abstract: "Stop a campaign for good; who hasn't received the issue yet won't.")

    @OptionGroup var publication: PublicationOptions

    @Argument(help: "The campaign's number. (default: the one that isn't finished)")
    var campaign: Int?

    func run(_ sending: SendingSession) async throws -> Outcome {
        Terminal.print("Campaign \(try await CampaignControl(sending).cancel(campaign)) is cancelled.")
        return .success
    }
}
