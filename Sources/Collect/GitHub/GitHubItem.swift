internal import Text

/// An issue or a pull request, as GitHub's lists and searches give it.
struct GitHubItem: Decodable, Sendable {
    struct Label: Decodable, Sendable {
        var name: String
    }

    struct Account: Decodable, Sendable {
        var login: String
        /// `User`, `Bot` or `Organization`.
        var type: String?
    }

    struct PullRequestPart: Decodable, Sendable {
        var merged_at: WrittenTime?
    }

    var number: Int
    var title: String
    var html_url: String
    /// `open` or `closed`.
    var state: String?
    var body: String?
    var labels: [Label]?
    /// Null where the account is gone.
    var user: Account?
    var assignees: [Account]?
    var author_association: String?
    var created_at: WrittenTime?
    var updated_at: WrittenTime?
    var closed_at: WrittenTime?
    /// Only lists of pull requests have it here.
    var merged_at: WrittenTime?
    /// Only pull requests in lists of issues have it.
    var pull_request: PullRequestPart?

    /// In seconds since 1970, as all times here.
    var mergedAt: Int? { (merged_at ?? pull_request?.merged_at)?.seconds }
    var labelNames: [String] { (labels ?? []).map(\.name) }
    /// `owner/name`, out of the address.
    var repository: String? { GitHubThread(html_url)?.repository }
}

/// The issue or pull request that an address leads to: `https://github.com/o/r/pull/12`.
struct GitHubThread: Hashable, Sendable {
    /// `owner/name`.
    var repository: String
    var number: Int

    init?(_ url: String) {
        guard let schemeEnd = url.range(ofBytes: "://") else { return nil }
        let parts = url[schemeEnd.upperBound...].prefix { $0 != "#" && $0 != "?" }.split(separator: "/")
        guard parts.count >= 5, ["pull", "issues"].contains(parts[3]), let number = Int(parts[4]) else { return nil }
        (repository, self.number) = ("\(parts[1])/\(parts[2])", number)
    }
}
