/// A pull request in GitHub's API; members that may be missing are optional.
struct GitHubPull: Decodable {
    struct User: Decodable { var login: String }

    struct Repository: Decodable { var cloneUrl: String? }

    struct Head: Decodable {
        var sha: String
        var ref: String
        /// The repository of the branch; nil if the author has deleted the fork.
        var repo: Repository?
    }

    var number: Int
    var title: String
    var state: String?
    /// Whether the author has marked the pull request as a draft.
    var draft: Bool?
    /// The author; nil if the account was deleted.
    var user: User?
    var head: Head
    /// Whether maintainers may push to the branch; only present if a single pull request was requested.
    var maintainerCanModify: Bool?

    var openPullRequest: OpenPullRequest {
        let home = head.repo?.cloneUrl.map { address in
            OpenPullRequest.Home(
                repository: address, branch: head.ref, isEditable: maintainerCanModify ?? false)
        }
        return OpenPullRequest(
            name: .number(number), title: title, author: user?.login, head: head.sha, home: home)
    }
}
