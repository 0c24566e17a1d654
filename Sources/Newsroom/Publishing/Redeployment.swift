internal import Context
internal import Newsletter
internal import Publish
internal import Text

/// Builds the site again and brings what has changed to every place to which it was deployed.
struct Redeployment: Sendable {
    let publishing: Publishing
    let deployments: [any PublishStep]
    /// Whether to deploy to targets that a plan left out, too.
    var isEverywhere = false

    /// - Throws: ``StepFault``.
    func run(_ request: PublishRequest) async throws(StepFault) {
        let build = BuildStep(publishing: publishing)
        let now = request.context.clock.seconds
        _ = try await build.perform(request, StepAttempt(key: "", payload: "", started: now, count: 1))
        for deployment in deployments where isEverywhere || request.results[deployment.name] != nil {
            let payload = try await deployment.payload(request)
            let attempt = StepAttempt(
                key: Fingerprint(.text(deployment.name), .text(payload)).description, payload: payload, started: now,
                count: 1)
            if case .present = try await deployment.presence(request, attempt) { continue }
            _ = try await deployment.perform(request, attempt)
        }
    }
}
