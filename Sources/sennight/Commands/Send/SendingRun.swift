internal import Foundation
internal import Newsroom
internal import Send
internal import Store
internal import Text

/// Sends a campaign and shows how far it is.
struct SendingRun {
    private let sending: SendingSession
    private let choice: CampaignRun.Choice
    private let transport: LiveContext.Transport

    init(_ sending: SendingSession, _ choice: CampaignRun.Choice, _ transport: LiveContext.Transport) {
        self.sending = sending
        self.choice = choice
        self.transport = transport
    }

    /// - Returns: success only if the campaign is finished.
    func run() async throws -> Outcome {
        let control = SendingControl()
        let interrupts = Interruption { control.stop() }
        defer { interrupts.end() }
        let run = CampaignRun(
            sending, choice, delivery: transport.delivery, connections: transport.connections,
            logOffset: TimeZone.current.secondsFromGMT(), control: control)
        let ending = try await ProgressBar.showing("Mail") { bar in
            let pace = SendingPace()
            return try await run.run(
                report: { Terminal.say("\($0)") },
                progress: { counts, audience in
                    bar.show(counts.final, of: audience, note: pace.note(done: counts.final, of: audience))
                })
        }
        switch ending {
        case .finished(let counts):
            Terminal.print("Finished: \(Self.equation(counts)).")
            return .success
        case .paused(let reason):
            Terminal.say("Paused: \(reason). Continue with 'sennight send resume'.")
            return .failure
        case .cancelled:
            Terminal.say("The campaign was cancelled.")
            return .failure
        case .stopped:
            Terminal.say("Stopped. Continue with 'sennight send resume'.")
            return .failure
        }
    }

    /// `1000 = 990 accepted + 8 failed + 2 excluded + 0 uncertain`.
    private static func equation(_ counts: DeliveryCounts) -> String {
        let returned = [DeliveryState.bounced, .complained].filter { counts[$0] > 0 }
        let states = [DeliveryState.accepted] + returned + [.failed, .excluded, .uncertain]
        return "\(counts.total) = " + states.map { "\(counts[$0]) \($0.rawValue)" }.joined(separator: " + ")
    }
}
