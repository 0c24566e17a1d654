internal import Newsletter
internal import Settings

/// Keys that all sources on GitHub have.
struct GitHubSettings: Sendable {
    /// The interface's address, without a trailing slash; another one for GitHub Enterprise and tests.
    var api: String
    /// The site's address for readers, without a trailing slash.
    var site: String
    /// Names the secret.
    var token: String

    static let keys = [
        Setting(
            "api", .address, "GitHub's REST interface; a GitHub Enterprise has its own.",
            default: "https://api.github.com"),
        Setting("site", .address, "GitHub's pages.", default: "https://github.com"),
        Setting(
            "token", .secret, "The environment variable with a GitHub token; small projects need none.",
            default: "GITHUB_TOKEN"),
    ]

    init(_ fields: SettingsFields) {
        api = Self.withoutSlash(fields.text("api"))
        site = Self.withoutSlash(fields.text("site"))
        token = fields.text("token")
    }

    func client(_ request: SourceRequest) -> GitHubClient {
        GitHubClient(request, api: api, token: token)
    }

    private static func withoutSlash(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }
}
