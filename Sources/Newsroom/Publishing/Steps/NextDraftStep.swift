internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Text

/// Opens the draft of the issue after the published one.
struct NextDraftStep: PublishStep {
    let publishing: Publishing

    let name = StepName.next
    var target: String { "this clone" }
    let needs = [StepName.finish, StepName.push]
    let isFinal = false

    func preview(_ request: PublishRequest) async -> StepPreview {
        StepPreview(changes: ["open the draft of issue \(request.issue.number + 1)"])
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await StepFault.local {
            let session = try publishing.session()
            guard let draft = try session.openDraft(try await session.archive()) else { return .absent }
            return .present(StepResult(draft.path))
        }
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            StepResult(try await NewDraft(try publishing.session()).write(date: nil))
        }
    }
}
