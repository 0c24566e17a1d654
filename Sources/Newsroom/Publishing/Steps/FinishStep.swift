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
    /// Nothing is done before, in seconds since 1970.
    let notBefore: Int

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
            let header = try session.draft(named: draft).issue.header
            guard header.number != nil else {
                throw StepFault(
                    "\(draft) has no number", remedy: "Write a line 'Number: \(request.issue.number)' at the top")
            }
            try requireShown(header, draft, as: request.issue.file, session)
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
            let header = try session.draft(named: draft).issue.header
            try requireShown(header, draft, as: request.issue.file, session)
            do {
                _ = try await FinishedDraft(session, draft: draft, ignoring: ignored, opensNext: false).finish()
            } catch is IsComplete {
                // An interrupted run had begun, and was completed just now.
            }
            return StepResult(request.issue.file, facts: ["file": request.issue.file])
        }
    }

    /// Makes sure that the site will have the issue's page.
    private func requireShown(_ header: IssueHeader, _ draft: String, as file: String, _ session: DraftSession)
        throws(StepFault)
    {
        if let reason = header.heldBack {
            throw StepFault(
                "\(draft) would be held back from the site: \(reason)", remedy: "Remove that line from its header")
        }
        let publication = session.publication
        guard !publication.issueRules.heldBack.contains(file) else {
            throw StepFault(
                "the settings hold back \(file)", remedy: "Remove it from 'held-back: issues:' in the settings")
        }
        guard publication.issueRules.holdsBackFuture else { return }
        let clock = publishing.context.clock.seconds
        let day = CalendarDate(atSeconds: max(clock, notBefore), zone: publication.timeZone)
        guard header.date > day else { return }
        throw StepFault(
            "\(draft) has the date \(header.date), and the settings hold back issues with a date in the future",
            remedy: "Publish it on that day (--at), or change its date")
    }

    private func selection(_ session: DraftSession) async throws -> IssueSelection {
        try await IssueSelection(session, named: "\(issue)")
    }
}
