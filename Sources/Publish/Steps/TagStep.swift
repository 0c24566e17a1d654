internal import Context
internal import Repository
internal import Text

/// Marks the commit of the issue with a tag.
package struct TagStep: PublishStep {
    private let clone: PublicationClone
    private let tag: String

    /// - Parameter pattern: of the tag's name, with `{number}` and `{date}`.
    package init(_ clone: PublicationClone, pattern: String, issue: PublishedIssue) {
        self.clone = clone
        tag = Self.name(pattern, issue)
    }

    static func name(_ pattern: String, _ issue: PublishedIssue) -> String {
        pattern.replacing("{number}", with: "\(issue.number)").replacing("{date}", with: issue.date.description)
    }

    package let name = StepName.tag
    package var target: String { "tag \(tag)" }
    package let needs = [StepName.commit]
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        var preview = StepPreview(changes: ["tag the commit as \(tag)"])
        let (known, last) = await existing(request)
        if let known, known != last {
            preview.problems.append(
                "the tag \(tag) exists and marks \(known.prefix(12)). Remove the tag, or leave out this step with '--skip tag'"
            )
        }
        do throws(StepFault) {
            let isName = try await StepFault.git { () throws(GitError) in
                try await clone.repository.answer(["check-ref-format", "refs/tags/\(tag)"]).status == 0
            }
            if !isName { preview.problems.append("'\(tag)' can't be a tag's name. Change 'publish.tag'") }
        } catch {
            preview.problems.append(error.description)
        }
        return preview
    }

    /// The commit that the tag marks now, and the last one that changed the issue.
    private func existing(_ request: PublishRequest) async -> (tagged: String?, last: String?) {
        // What git can't say now, the step itself reports.
        let tagged = try? await clone.repository.commit("refs/tags/\(tag)")
        // As above.
        let last = try? await clone.repository.line(["log", "-1", "--format=%H", "--", request.issue.file])
        return (tagged ?? nil, last)
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let commit = request.results[StepName.commit]?.facts["commit"]
        let tagged = try await StepFault.git { () throws(GitError) in
            try await clone.repository.commit("refs/tags/\(tag)")
        }
        guard let tagged else { return .absent }
        guard tagged == commit else {
            return .conflict(
                "The tag \(tag) marks another commit (\(tagged.prefix(12))). Remove the tag, or skip this step")
        }
        return .present(StepResult(tag, facts: ["tag": tag]))
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        guard let commit = request.results[StepName.commit]?.facts["commit"] else {
            throw StepFault("the issue's commit isn't known", remedy: "Run 'sennight publish retry commit'")
        }
        return try await StepFault.git { () throws(GitError) in
            try await clone.repository.output(
                ["tag", "--annotate", "--file=-", "--", tag, commit], input: Array((request.issue.title + "\n").utf8))
            return StepResult(tag, facts: ["tag": tag])
        }
    }
}
