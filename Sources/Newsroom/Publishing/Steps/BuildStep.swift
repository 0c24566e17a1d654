internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Text

/// Builds the site into a folder of publishing's own, which deployments read.
struct BuildStep: PublishStep {
    let publishing: Publishing

    let name = StepName.build
    var target: String { "this machine" }
    let needs = [StepName.finish, StepName.push]
    let isFinal = false
    /// A clone that continues a plan of another machine has no site yet.
    let isRepeated = true

    func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["build the site"])
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence { .absent }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            let place = PublishingPlace(
                folder: request.site, jobs: request.context.environment.processors, adopts: true)
            switch try await SiteBuild(publishing.location, context: publishing.context).build(into: place) {
            case .published(let site): return StepResult("\(site.issues.counted("issue"))")
            case .refused(let faults):
                throw StepFault(
                    "the site can't be built: \(faults.all.first?.description ?? "")",
                    remedy: "Run 'sennight build' to see all errors")
            }
        }
    }
}
