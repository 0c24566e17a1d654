internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Text

/// Opens the draft of the issue after the published one, and gives it to the others through git.
struct NextDraftStep: PublishStep {
    let publishing: Publishing
    let saving: CloneSaving?

    let name = StepName.next
    var target: String { "this clone" }
    let needs = [StepName.finish, StepName.push]
    let isFinal = false

    func preview(_ request: PublishRequest) async -> StepPreview {
        let push = saving?.hasRemote == true ? ", and push it" : ""
        return StepPreview(changes: ["open the draft of issue \(request.issue.number + 1)\(push)"])
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await StepFault.local {
            guard let draft = try await draft() else { return .absent }
            return try await saving?.isSaved([draft]) ?? true ? .present(StepResult(draft)) : .absent
        }
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            if try await draft() == nil { _ = try await NewDraft(try publishing.session()).write(date: nil) }
            let draft = try await draft() ?? ""
            try await saving?.commit([draft], message: "Open the draft of issue \(request.issue.number + 1)")
            try await saving?.push()
            return StepResult(draft)
        }
    }

    /// The open draft, from the publication's root.
    private func draft() async throws -> String? {
        let session = try publishing.session()
        return try session.openDraft(try await session.archive())?.file
    }
}
