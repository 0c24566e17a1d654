internal import Newsletter
internal import Settings

/// The keys that all sources on GitHub have.
struct GitHubSettings: Sendable {
    /// The API's URL without a trailing slash; GitHub Enterprise and tests have their own.
    var api: String
    /// The URL of GitHub's site for readers, without a trailing slash.
    var site: String
    /// The name of the secret.
    var token: String

    static let keys = [
        Setting(
            "api", .address, "The URL of GitHub's REST API; GitHub Enterprise servers have their own.",
            default: "https://api.github.com"),
        Setting("site", .address, "The URL of GitHub's site.", default: "https://github.com"),
        Setting(
            "token", .secret, "The environment variable with a GitHub token, which small projects don't need.",
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
