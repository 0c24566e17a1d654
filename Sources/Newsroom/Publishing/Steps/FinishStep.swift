internal import Context
internal import Draft
internal import Newsletter
internal import Publish
internal import Send
internal import Settings
internal import Text

/// Finishes the draft: what was empty is removed, checks refuse errors, and the draft moves to the issues.
struct FinishStep: PublishStep {
    let publishing: Publishing
    let issue: Int
    let ignored: Set<String>

    let name = StepName.finish
    var target: String { "this clone" }
    let needs: [String] = []
    let isFinal = false

    func preview(_ request: PublishRequest) async -> StepPreview {
        await StepFault.preview {
            let session = try publishing.session()
            guard let draft = try await selection(session).draft else {
                return StepPreview(changes: ["nothing to do: \(request.issue.file) is already finished"])
            }
            let finishing = FinishedDraft(session, draft: draft, ignoring: ignored, opensNext: false)
            guard try session.draft(named: draft).issue.header.number != nil else {
                throw StepFault(
                    "\(draft) has no number", remedy: "Write a line 'Number: \(request.issue.number)' at the top")
            }
            let outcome = try await finishing.preview()
            let dropped =
                outcome.dropped.isEmpty ? "" : ", without the empty sections \(outcome.dropped.joined(separator: ", "))"
            return StepPreview(changes: ["check \(draft) and move it to \(request.issue.file)\(dropped)"])
        }
    }

    func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await StepFault.local {
            let selection = try await selection(try publishing.session())
            return selection.draft == nil
                ? .present(StepResult(selection.issue.file, facts: ["file": selection.issue.file])) : .absent
        }
    }

    func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        try await StepFault.local {
            let session = try publishing.session()
            // Another command may have finished it just now.
            guard let draft = try await selection(session).draft else {
                return StepResult(request.issue.file, facts: ["file": request.issue.file])
            }
            do {
                _ = try await FinishedDraft(session, draft: draft, ignoring: ignored, opensNext: false).finish()
            } catch is IsComplete {
                // An interrupted run had begun, and was completed just now.
            }
            return StepResult(request.issue.file, facts: ["file": request.issue.file])
        }
    }

    private func selection(_ session: DraftSession) async throws -> IssueSelection {
        try await IssueSelection(session, named: "\(issue)")
    }
}
