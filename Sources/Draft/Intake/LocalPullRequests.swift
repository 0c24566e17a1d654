package import Context

/// Pull requests that are branches of this clone.
package struct LocalPullRequests: Sendable {
    private let repository: GitRepository
    private let pattern: String

    /// - Parameter pattern: such as `pr/*`.
    package init(repository: GitRepository, pattern: String) {
        (self.repository, self.pattern) = (repository, pattern)
    }

    package func list() async throws(GitError) -> [OpenPullRequest] {
        try await repository.branches(matching: pattern).map { branch in
            OpenPullRequest(
                name: .branch(branch.name), title: branch.subject, author: branch.author, head: branch.commit,
                home: OpenPullRequest.Home(repository: nil, branch: branch.name, isEditable: true))
        }
    }
}
