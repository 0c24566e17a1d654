internal import Text

/// An issue or a pull request in GitHub's lists and search results.
struct GitHubItem: Decodable, Sendable {
    struct Label: Decodable, Sendable {
        var name: String
    }

    struct Account: Decodable, Sendable {
        var login: String
        /// The type of account: `User`, `Bot` or `Organization`.
        var type: String?
    }

    struct PullRequestPart: Decodable, Sendable {
        var merged_at: WrittenTime?
    }

    var number: Int
    var title: String
    var html_url: String
    /// The state: `open` or `closed`.
    var state: String?
    var body: String?
    var labels: [Label]?
    /// The author; nil if the account was deleted.
    var user: Account?
    var assignees: [Account]?
    var author_association: String?
    var created_at: WrittenTime?
    var updated_at: WrittenTime?
    var closed_at: WrittenTime?
    /// When the pull request was merged; only present in lists of pull requests.
    var merged_at: WrittenTime?
    /// The part about the pull request; only present for pull requests in lists of issues.
    var pull_request: PullRequestPart?

    /// When the pull request was merged, in seconds since 1970.
    var mergedAt: Int? { (merged_at ?? pull_request?.merged_at)?.seconds }
    var labelNames: [String] { (labels ?? []).map(\.name) }
    /// The repository as `owner/name`, from the URL.
    var repository: String? { GitHubThread(html_url)?.repository }
}

/// An issue or pull request, identified by its URL: `https://github.com/o/r/pull/12`.
struct GitHubThread: Hashable, Sendable {
    /// The repository as `owner/name`.
    var repository: String
    var number: Int

    init?(_ url: String) {
        guard let schemeEnd = url.range(ofBytes: "://") else { return nil }
        let parts = url[schemeEnd.upperBound...].prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
        guard parts.count >= 5, ["pull", "issues"].contains(parts[3]), let number = Int(parts[4]) else { return nil }
        (repository, self.number) = ("\(parts[1])/\(parts[2])", number)
    }
}
