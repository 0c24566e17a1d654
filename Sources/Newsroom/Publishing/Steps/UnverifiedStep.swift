internal import Newsletter
internal import Publish

/// Stands for verifying in a rehearsal whose site has no address: what depends on it waits for the deployments.
struct UnverifiedStep: PublishStep {
    let needs: [String]

    let name = StepName.verify
    let target = "nothing"
    let isFinal = false

    func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["nothing: the rehearsal has no 'url'"])
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        .present(StepResult("not verified: the rehearsal has no 'url'"))
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        StepResult("not verified")
    }
}
