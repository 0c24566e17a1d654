internal import Context
internal import Repository

/// Pushes the issue's commit and its tag. What others have pushed meanwhile is merged by entries first.
package struct PushStep: PublishStep {
    private let clone: PublicationClone
    private let remote: String
    private let branch: String
    private let tag: String?
    private let driver: String

    /// - Parameters:
    ///   - tag: the pattern of the tag's name; nil if there is none.
    ///   - driver: the command line of git's merge driver for issues.
    package init?(
        _ clone: PublicationClone, remote: String, branch: String?, tag: String?, issue: PublishedIssue, driver: String
    ) {
        guard let branch = branch ?? clone.branch else { return nil }
        self.clone = clone
        self.remote = remote
        self.branch = branch
        self.tag = tag.map { TagStep.name($0, issue) }
        self.driver = driver
    }

    package let name = StepName.push
    package var target: String { "\(remote) \(branch)" }
    package let needs = [StepName.commit, StepName.tag]
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        var preview = StepPreview(changes: ["push branch \(branch)\(tag.map { " and tag \($0)" } ?? "") to \(remote)"])
        do throws(StepFault) {
            try await StepFault.git { () throws(GitError) in
                _ = try await clone.repository.output(["ls-remote", "--heads", "--", remote, branch])
            }
        } catch {
            preview.problems.append(error.description)
        }
        return preview
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        guard let commit = request.results[StepName.commit]?.facts["commit"] else { return .absent }
        return try await StepFault.git { () throws(GitError) in
            let refs = try await remoteRefs()
            if let tag, let there = refs["refs/tags/\(tag)^{}"] ?? refs["refs/tags/\(tag)"] {
                guard there == commit else {
                    return .conflict(
                        "\(remote) has another tag \(tag), on \(there.prefix(12)). Look at who made it; then remove it"
                            + " there, or skip this step")
                }
            } else if tag != nil {
                return .absent
            }
            guard refs["refs/heads/\(branch)"] != nil else { return .absent }
            try await fetch()
            let isThere = try await clone.repository.answer(["merge-base", "--is-ancestor", commit, fetched])
            return isThere.status == 0 ? .present(result(commit)) : .absent
        }
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        guard let commit = request.results[StepName.commit]?.facts["commit"] else {
            throw StepFault("the issue's commit isn't known", remedy: "Run 'sennight publish retry commit'")
        }
        do throws(GitError) {
            if try await remoteRefs()["refs/heads/\(branch)"] != nil {
                try await fetch()
                try await merge()
            }
            try await clone.repository.output(
                ["push", "--quiet", "--atomic", "--", remote, "HEAD:refs/heads/\(branch)"]
                    + (tag.map { ["refs/tags/\($0)"] } ?? []))
            return result(commit)
        } catch {
            // Whether a push arrived, the next look at the remote says.
            throw StepFault(
                error.summary, remedy: "Run 'git push' by hand to see its whole output", effect: .possible)
        }
    }

    private func merge() async throws(GitError) {
        let merged = try await clone.repository.answer([
            "-c", "merge.sennight.name=Sennight", "-c", "merge.sennight.driver=\(driver)", "merge", "--quiet",
            "--no-edit", "--no-stat", fetched,
        ])
        if merged.status == 0 { return }
        try await clone.repository.output(["merge", "--abort"])
        throw GitError(
            command: ["merge"],
            reason: .failed(
                status: merged.status,
                standardError: "error: what \(remote) has on \(branch) conflicts with this clone; merge it by hand"))
    }

    private func fetch() async throws(GitError) {
        try await clone.repository.output([
            "fetch", "--quiet", "--no-tags", "--", remote, "+refs/heads/\(branch):\(fetched)",
        ])
    }

    /// The remote's branch as it was last seen by this step.
    private var fetched: String { "refs/sennight/fetched/\(branch)" }

    private func remoteRefs() async throws(GitError) -> [String: String] {
        var names = ["refs/heads/\(branch)"]
        if let tag { names += ["refs/tags/\(tag)", "refs/tags/\(tag)^{}"] }
        let lines = String(
            decoding: try await clone.repository.output(["ls-remote", "--", remote] + names).bytes, as: UTF8.self)
        var refs: [String: String] = [:]
        for line in lines.split(separator: "\n") {
            let words = line.split(separator: "\t")
            if words.count == 2 { refs[String(words[1])] = String(words[0]) }
        }
        return refs
    }

    private func result(_ commit: String) -> StepResult {
        StepResult("\(remote) \(branch)", facts: ["commit": commit])
    }
}
