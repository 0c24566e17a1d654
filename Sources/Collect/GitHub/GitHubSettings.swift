internal import Newsletter

/// Keys that all sources on GitHub have.
struct GitHubSettings: Sendable {
    /// The interface's address, without a trailing slash; another one for GitHub Enterprise and tests.
    var api: String
    /// The site's address for readers, without a trailing slash.
    var site: String
    /// Names the secret.
    var token: String

    init(_ fields: inout SettingsFields) {
        api = Self.withoutSlash(fields.text("api") ?? "https://api.github.com")
        site = Self.withoutSlash(fields.text("site") ?? "https://github.com")
        token = fields.text("token") ?? "GITHUB_TOKEN"
    }

    func client(_ request: SourceRequest) -> GitHubClient {
        GitHubClient(request, api: api, token: token)
    }

    private static func withoutSlash(_ url: String) -> String { url.hasSuffix("/") ? String(url.dropLast()) : url }
}

extension SettingsFields {
    /// Texts that must be `owner/name` each.
    mutating func repositories(_ key: String) -> [String] {
        let found = texts(key)
        for repository in found where !Self.isRepository(repository) { reportRepository(key, repository) }
        return found
    }

    /// A text that must be `owner/name`.
    mutating func requiredRepository(_ key: String = "repository") -> String {
        let repository = requiredText(key)
        if !repository.isEmpty, !Self.isRepository(repository) { reportRepository(key, repository) }
        return repository
    }

    private mutating func reportRepository(_ key: String, _ text: String) {
        report(key, "isn't a repository: '\(text)'", remedy: "Write OWNER/NAME")
    }

    private static func isRepository(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                !part.isEmpty && part != "." && part != ".."
                    && part.utf8.allSatisfy { byte in
                        0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 || byte == 0x2D || byte == 0x2E
                            || byte == 0x5F
                    }
            }
    }
}
