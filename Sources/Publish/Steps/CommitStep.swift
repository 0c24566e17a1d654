internal import Context
internal import Newsletter
internal import Repository

/// Commits the finished issue, the removed draft, and what was decided about its entries.
package struct CommitStep: PublishStep {
    private let clone: PublicationClone
    private let files: PublishedFiles
    private let draft: String
    private let branch: String?

    /// - Parameters:
    ///   - draft: the path that the draft has, or had before it was finished, from the publication's root.
    ///   - branch: the branch that the settings name; nil for any.
    package init(_ clone: PublicationClone, files: PublishedFiles, draft: String, branch: String?) {
        self.clone = clone
        self.files = files
        self.draft = draft
        self.branch = branch
    }

    package let name = StepName.commit
    package var target: String { clone.branch.map { "branch \($0)" } ?? "this clone" }
    package let needs = [StepName.finish]
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        var preview = StepPreview(changes: ["commit \(request.issue.file)"])
        do throws(StepFault) {
            try await requireBranch()
            try await StepFault.git { () throws(GitError) in
                guard let fault = try await clone.strayFile(besides: files) else { return }
                preview.problems.append("\(fault.summary). \(fault.remedy)")
            }
        } catch {
            preview.problems.append(error.description)
        }
        return preview
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        try await requireBranch()
        return try await StepFault.git { () throws(GitError) in
            guard try await changes().isEmpty else { return .absent }
            let last = try await clone.repository.line(["log", "-1", "--format=%H", "--", request.issue.file])
            return last.isEmpty ? .absent : .present(result(last))
        }
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let paths = try await StepFault.git { () throws(GitError) in try await changes() }
        guard !paths.isEmpty else {
            throw StepFault("git doesn't see \(request.issue.file)", remedy: "Check .gitignore")
        }
        return try await StepFault.git { () throws(GitError) in
            try await clone.commit(paths, message: "Publish issue \(request.issue.number): \(request.issue.title)")
            return result(try await clone.repository.line(["rev-parse", "HEAD"]))
        }
    }

    private func changes() async throws(GitError) -> [String] {
        try await clone.changedFiles().filter { files.contains($0) || $0 == draft }
    }

    private func requireBranch() async throws(StepFault) {
        guard let current = clone.branch else {
            throw StepFault("no branch is checked out", remedy: "Check out the branch that is published")
        }
        guard let branch, current != branch else { return }
        throw StepFault(
            "the branch '\(current)' is checked out, but '\(branch)' is published",
            remedy: "Run 'git switch \(branch)', or change 'publish.branch'")
    }

    private func result(_ commit: String) -> StepResult {
        StepResult(String(commit.prefix(12)), facts: ["commit": commit, "branch": clone.branch ?? ""])
    }
}

extension StepFault {
    /// Runs some work with git in this clone; a fault means that there was no effect, or one that the next run recognises.
    static func git<Result>(_ work: () async throws(GitError) -> Result) async throws(StepFault) -> Result {
        do throws(GitError) {
            return try await work()
        } catch {
            throw StepFault(error.summary, remedy: "Run the git command by hand to see its whole output")
        }
    }
}
