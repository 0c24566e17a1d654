internal import Context

/// Pushes the issue's commit and its tag.
package struct PushStep: PublishStep {
    private let saving: CloneSaving
    private let tag: String?

    /// - Parameter tag: the pattern of the tag's name; nil if there is none.
    package init(_ saving: CloneSaving, tag: String?, issue: PublishedIssue) {
        self.saving = saving
        self.tag = tag.map { TagStep.name($0, issue) }
    }

    package let name = StepName.push
    package var target: String { "\(saving.remote ?? "") \(saving.branch)" }
    package let needs = [StepName.commit, StepName.tag]
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        let what = "branch \(saving.branch)\(tag.map { " and tag \($0)" } ?? "")"
        var preview = StepPreview(changes: ["push \(what) to \(saving.remote ?? "")"])
        do throws(StepFault) {
            _ = try await StepFault.git { () throws(GitError) in try await saving.remoteRefs([saving.branchRef]) }
        } catch {
            preview.problems.append(error.description)
        }
        return preview
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        guard let commit = request.results[StepName.commit]?.facts["commit"] else { return .absent }
        return try await StepFault.git { () throws(GitError) in
            if let tag = tag(request) {
                // An annotated tag is listed with the commit that it marks.
                let (marked, plain) = ("refs/tags/\(tag)^{}", "refs/tags/\(tag)")
                let refs = try await saving.remoteRefs([marked, plain])
                guard let there = refs[marked] ?? refs[plain] else { return .absent }
                guard there == commit else {
                    return .conflict(
                        "The remote has another tag \(tag), on \(there.prefix(12)). Look at who made it; then remove it"
                            + " there, or skip this step")
                }
            }
            return try await saving.isPushed(commit) ? .present(result(commit)) : .absent
        }
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        guard let commit = request.results[StepName.commit]?.facts["commit"] else {
            throw StepFault("the issue's commit isn't known", remedy: "Run 'sennight publish retry commit'")
        }
        do throws(GitError) {
            try await saving.push(tag(request).map { ["refs/tags/\($0)"] } ?? [])
            return result(commit)
        } catch {
            // Whether a push arrived, the next look at the remote says.
            throw StepFault(
                error.summary, remedy: "Run 'git push' by hand to see its whole output", effect: .possible)
        }
    }

    package func verify(_ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult)
        async throws(StepFault)
    {
        let commit = result.facts["commit"] ?? ""
        let isThere = try await StepFault.git { () throws(GitError) in try await saving.isPushed(commit) }
        if !isThere {
            throw StepFault("the remote doesn't have the issue's commit", remedy: "Look at the remote, then try again")
        }
    }

    /// Nil if the tag was skipped.
    private func tag(_ request: PublishRequest) -> String? { request.results[StepName.tag]?.facts["tag"] }

    private func result(_ commit: String) -> StepResult { StepResult(target, facts: ["commit": commit]) }
}
