/// A pull request as GitHub describes it; what is not always there is optional.
struct GitHubPull: Decodable {
    struct User: Decodable { var login: String }

    struct Repository: Decodable { var cloneUrl: String? }

    struct Head: Decodable {
        var sha: String
        var ref: String
        /// Nil where the author has deleted the fork.
        var repo: Repository?
    }

    var number: Int
    var title: String
    var state: String?
    /// Not ready yet, says its author.
    var draft: Bool?
    /// Nil where the account is gone.
    var user: User?
    var head: Head
    /// Only where one pull request is asked for.
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
