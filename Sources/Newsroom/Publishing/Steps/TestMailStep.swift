internal import Newsletter
internal import Publish
internal import Send
internal import Text

/// Sends the issue's mail to the addresses of a rehearsal. Nothing is recorded, and nobody else receives it.
struct TestMailStep: PublishStep {
    let publishing: Publishing
    let readers: [String]

    let name = StepName.mail
    var target: String { readers.count.counted("address") }
    let needs = [StepName.build, StepName.verify]
    let isFinal = true

    func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["send the mail to \(readers.joined(separator: ", "))"])
    }

    /// A mail server can't be asked.
    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        .unknown
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            let sending = try publishing.sending()
            let mail = try await sending.mail(of: request.issue.file)
            let transport = try publishing.transport(sending.session)
            for reader in readers { try await TestSending(sending, address: reader).run(mail, transport.delivery) }
            return StepResult("\(readers.count.counted("message"))")
        }
    }
}
