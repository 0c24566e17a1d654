internal import Newsletter
internal import Settings

/// Which organisations and repositories a source searches, each in a search of its own.
struct GitHubScopes: Sendable {
    var organizations: [String]
    var repositories: [String]

    static let keys = [
        Setting("organizations", .list(.text), "Organizations on GitHub.", example: ["example"]),
        Setting("repositories", .list(.repository), "Repositories on GitHub.", example: ["example/project"]),
    ]

    /// Reads `organizations:` and `repositories:`; one of them must be there.
    init(_ fields: SettingsFields) {
        (organizations, repositories) = (fields.texts("organizations"), fields.texts("repositories"))
        if searches.isEmpty {
            fields.report(
                "organizations", "is missing, and 'repositories' too",
                remedy: "Write 'organizations: [ … ]' or 'repositories: [ … ]'")
        }
    }

    /// What a search is limited to, as the search writes it.
    var searches: [String] { organizations.map { "org:" + $0 } + repositories.map { "repo:" + $0 } }
}
