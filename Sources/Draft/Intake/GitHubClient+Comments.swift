internal import Newsletter
internal import Text

/// Posts and updates Sennight's comment on a pull request.
extension GitHubClient {
    /// The outcome of updating the comment.
    package enum CommentOutcome: Hashable, Sendable {
        case posted, updated, unchanged
        /// There was nothing to report, and no comment existed.
        case notNeeded
    }

    private struct Comment: Decodable {
        var id: Int
        var body: String?
        var user: User?

        struct User: Decodable {
            var type: String?
        }
    }

    /// The open pull request whose branch is at a commit.
    ///
    /// - Parameters:
    ///   - head: `owner:branch`, as the forge reported it to the run that checked it.
    ///   - commit: the commit that was checked. If the branch has moved on since, its own run will report.
    /// - Returns: the pull request's number; nil if there is none.
    /// - Throws: ``Diagnostic``.
    package func pullRequest(head: String, at commit: String) async throws -> Int? {
        let answer = try await get("\(base)/pulls?state=open&head=\(PercentEncoding.parameter(head))&per_page=100")
        let pulls = try Self.decode([GitHubPull].self, answer)
        return pulls.first { $0.head.sha == commit }?.number
    }

    /// Posts a comment, or updates the existing one.
    ///
    /// - Parameters:
    ///   - marker: the comment's first line, by which the existing comment is found. Only comments by programs count,
    ///     because anyone can copy the line.
    ///   - isNeeded: whether to post a comment if none exists.
    /// - Throws: ``Diagnostic``.
    package func keepComment(
        on pull: Int, _ text: String, marker: String, isNeeded: Bool
    ) async throws -> CommentOutcome {
        let body = JSONText.members([("body", .text(text))])
        guard let earlier = try await comment(on: pull, marker: marker) else {
            guard isNeeded else { return .notNeeded }
            try await write("POST", "\(base)/issues/\(pull)/comments", body)
            return .posted
        }
        guard earlier.body != text else { return .unchanged }
        try await write("PATCH", "\(base)/issues/comments/\(earlier.id)", body)
        return .updated
    }

    private func comment(on pull: Int, marker: String) async throws -> Comment? {
        var own: Comment?
        try await eachPage(of: "\(base)/issues/\(pull)/comments?per_page=100") { page in
            own = try Self.decode([Comment].self, page).first {
                $0.user?.type == "Bot" && $0.body?.hasPrefix(marker) == true
            }
            return own == nil
        }
        return own
    }
}
