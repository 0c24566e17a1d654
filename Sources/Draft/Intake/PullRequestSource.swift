internal import Context
internal import Newsletter
package import Repository

/// A source of pull requests.
package struct PullRequestSource: Sendable {
    /// Lists all open pull requests, after fetching their commits into the repository.
    package var list: @Sendable () async throws -> [OpenPullRequest]
    /// Finds an open pull request, including whether its branch may be pushed to.
    package var find: @Sendable (_ name: PullRequestName) async throws -> OpenPullRequest
    /// The commit that pull requests are merged into.
    package var main: @Sendable () async throws -> String

    /// Branches of this clone that match a pattern such as `pr/*`; main is the commit that is checked out.
    package static func branches(_ pattern: String, of repository: GitRepository) -> PullRequestSource {
        @Sendable func list() async throws -> [OpenPullRequest] {
            try await repository.branches(matching: pattern).map { branch in
                OpenPullRequest(
                    name: .branch(branch.name), title: branch.subject, author: branch.author, head: branch.commit,
                    home: OpenPullRequest.Home(repository: nil, branch: branch.name, isEditable: true))
            }
        }
        return PullRequestSource(
            list: {
                let pulls = try await list()
                if !pulls.isEmpty { return pulls }
                throw Diagnostic(
                    "no branch of this clone matches '\(pattern)'", remedy: "List the branches with 'git branch'")
            },
            find: { name in
                guard let pull = try await list().first(where: { $0.name == name }) else { throw missing(name) }
                return pull
            },
            main: {
                guard let head = try await repository.commit("HEAD") else {
                    throw Diagnostic("this repository has no commit yet", remedy: "Commit the draft first")
                }
                return head
            })
    }

    /// Pull requests on GitHub, fetched into `refs/sennight/pr/N`.
    ///
    /// - Parameters:
    ///   - remote: this clone's name for the publication's repository.
    ///   - branch: the branch that pull requests are made against.
    package static func gitHub(
        _ client: GitHubClient, into repository: GitRepository, remote: String, branch: String
    ) -> PullRequestSource {
        let fetching = PullRequestFetching(repository: repository, remote: remote, branch: branch)
        return PullRequestSource(
            list: { try await fetching.fetched(try await client.openPullRequests()) },
            find: { name in
                guard case .number(let number) = name else { throw missing(name) }
                let pulls = try await fetching.fetched([try await client.pullRequest(number)])
                return pulls[0]
            },
            main: { try await fetching.main() })
    }

    private static func missing(_ name: PullRequestName) -> Diagnostic {
        Diagnostic("no open pull request '\(name.key)'", remedy: "Choose a pull request that 'sennight intake' lists")
    }
}

/// Fetches the commits of pull requests into a clone.
struct PullRequestFetching: Sendable {
    let repository: GitRepository
    let remote: String
    let branch: String

    /// Fetches the commits of pull requests, and returns each pull request with the head that was fetched.
    func fetched(_ pulls: [OpenPullRequest]) async throws(GitError) -> [OpenPullRequest] {
        let references = pulls.map { "+refs/pull/\($0.name.key)/head:refs/sennight/pr/\($0.name.key)" }
        let main = "+refs/heads/\(try GitName.checked(branch)):refs/sennight/main"
        var lost: Set<PullRequestName> = []
        do {
            try await fetch([main] + references)
        } catch {
            // A pull request whose branch is gone must not keep the others from being fetched; without main, there is
            // nothing to merge into.
            try await fetch([main])
            // What can't be fetched is reported in its row.
            for (pull, reference) in zip(pulls, references) where (try? await fetch([reference])) == nil {
                lost.insert(pull.name)
            }
        }
        var found = pulls
        for index in pulls.indices where !lost.contains(pulls[index].name) {
            if let head = try await repository.commit("refs/sennight/pr/\(pulls[index].name.key)") {
                found[index].head = head
            }
        }
        return found
    }

    private func fetch(_ references: [String]) async throws(GitError) {
        try await repository.output(
            ["fetch", "--quiet", "--no-tags", "--no-write-fetch-head", try GitName.checked(remote)] + references)
    }

    /// Main's commit when the pull requests were fetched.
    func main() async throws(GitError) -> String {
        let reference = "refs/sennight/main"
        guard let commit = try await repository.commit(reference) else {
            throw GitError(command: ["fetch"], reason: .badName(reference))
        }
        return commit
    }
}
