internal import Check
package import Context
internal import Draft
internal import Newsletter

/// The one comment on a GitHub pull request that lists the findings in the pull request, and is kept up to date.
package struct PullRequestComments {
    private let context: Context

    package init(_ context: Context) {
        self.context = context
    }

    /// Whether a text is a repository's name on GitHub: `owner/name`.
    package static func isRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.unicodeScalars.allSatisfy { scalar in
                        scalar.isASCII
                            && ("-._".unicodeScalars.contains(scalar) || scalar.properties.isAlphabetic
                                || ("0"..."9").contains(scalar))
                    }
            }
    }

    /// A comment to be written.
    package struct Comment: Sendable {
        package var text: String
        /// Whether there are findings; if not, an existing comment is updated, but no new one is posted.
        var isNeeded: Bool
    }

    package enum Outcome: Sendable {
        /// The checked commit is no longer the last one of an open pull request.
        case outdated
        case posted(Int), updated(Int), unchanged(Int), notNeeded(Int)
    }

    /// The comment for a report that `check --format json` wrote, which is treated as untrusted text.
    ///
    /// - Throws: ``Diagnostic`` if the file isn't a report of `check`; ``FileError`` if it can't be read.
    package func comment(on report: String) throws -> Comment {
        let stored = try StoredReport(
            try context.files.read(report, atMost: StoredReport.largest), file: report)
        return Comment(text: PullRequestComment.text(stored), isNeeded: !stored.diagnostics.isEmpty)
    }

    /// - Parameters:
    ///   - repository: `owner/name`
    ///   - head: the pull request's branch, `owner:branch`.
    ///   - commit: the commit that was checked.
    ///   - api: the URL of GitHub's API.
    package func write(
        _ comment: Comment, repository: String, head: String, at commit: String, api: String
    ) async throws -> Outcome {
        var rules = IntakeRules()
        rules.api = api
        let client = GitHubClient(
            http: try context.http(HTTPSettings()), rules: rules, repository: repository,
            token: try context.secrets.named("GITHUB_TOKEN"))
        guard let pull = try await client.pullRequest(head: head, at: commit) else { return .outdated }
        let outcome = try await client.keepComment(
            on: pull, comment.text, marker: PullRequestComment.marker, isNeeded: comment.isNeeded)
        return switch outcome {
        case .posted: .posted(pull)
        case .updated: .updated(pull)
        case .unchanged: .unchanged(pull)
        case .notNeeded: .notNeeded(pull)
        }
    }
}

extension PullRequestComments.Outcome {
    /// The outcome as a sentence for people.
    package var sentence: String {
        switch self {
        case .outdated: "No open pull request ends with this commit any more; nothing was posted."
        case .posted(let pull): "The comment on #\(pull) was posted."
        case .updated(let pull): "The comment on #\(pull) was updated."
        case .unchanged(let pull): "The comment on #\(pull) is already up to date."
        case .notNeeded(let pull): "There is nothing to report on #\(pull)."
        }
    }
}
