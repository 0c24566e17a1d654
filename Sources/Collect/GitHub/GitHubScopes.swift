internal import Newsletter
internal import Settings

/// The organisations and repositories that a source searches, each in a separate search.
struct GitHubScopes: Sendable {
    var organizations: [String]
    var repositories: [String]

    static let keys = [
        Setting("organizations", .list(.text), "Organizations on GitHub.", example: ["example"]),
        Setting("repositories", .list(.repository), "Repositories on GitHub.", example: ["example/project"]),
    ]

    /// Reads `organizations:` and `repositories:`; one of the two is required.
    init(_ fields: SettingsFields) {
        (organizations, repositories) = (fields.texts("organizations"), fields.texts("repositories"))
        if searches.isEmpty {
            fields.report(
                "organizations", "is missing, and 'repositories' too",
                remedy: "Write 'organizations: [ … ]' or 'repositories: [ … ]'")
        }
    }

    /// The limits of the searches, in GitHub's syntax.
    var searches: [String] { organizations.map { "org:" + $0 } + repositories.map { "repo:" + $0 } }
}
