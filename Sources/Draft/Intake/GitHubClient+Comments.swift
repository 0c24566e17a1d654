internal import Newsletter
internal import Text

/// One comment of the program's own below a pull request, kept up to date.
extension GitHubClient {
    /// What became of the comment.
    package enum CommentOutcome: Hashable, Sendable {
        case posted, updated, unchanged
        /// There was nothing to say, and nothing had been said before.
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
    ///   - head: `owner:branch`, as the forge says it of the run that checked it.
    ///   - commit: what was checked; a branch that has gone on since is left to its own run.
    /// - Returns: its number; nil where there is none.
    /// - Throws: ``Diagnostic``.
    package func pullRequest(head: String, at commit: String) async throws -> Int? {
        let answer = try await get("\(base)/pulls?state=open&head=\(PercentEncoding.parameter(head))&per_page=100")
        let pulls = try Self.decode([GitHubPull].self, answer)
        return pulls.first { $0.head.sha == commit }?.number
    }

    /// Writes a comment, or brings the one that was written before up to date.
    ///
    /// - Parameters:
    ///   - marker: the comment's first line. Only a program's comment is taken for the earlier one: anybody can copy the
    ///     line.
    ///   - isNeeded: whether one is to be written where there is none yet.
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
