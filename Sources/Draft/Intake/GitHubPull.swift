/// A pull request in GitHub's API; members that may be missing are optional.
struct GitHubPull: Decodable {
    struct User: Decodable { var login: String }

    struct Repository: Decodable { var cloneUrl: String? }

    struct Head: Decodable {
        var sha: String
        var ref: String
        /// Nil if the author has deleted the fork.
        var repo: Repository?
    }

    var number: Int
    var title: String
    var state: String?
    /// Whether its author has marked it as not ready.
    var draft: Bool?
    /// Nil if the account was deleted.
    var user: User?
    var head: Head
    /// Only present if a single pull request was requested.
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
