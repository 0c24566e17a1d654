internal import Newsletter

/// Which organisations and repositories a source searches, each in a search of its own.
struct GitHubScopes: Sendable {
    var organizations: [String]
    var repositories: [String]

    /// Reads `organizations:` and `repositories:`; one of them must be there.
    init(_ fields: inout SettingsFields) {
        (organizations, repositories) = (fields.texts("organizations"), fields.repositories("repositories"))
        if searches.isEmpty {
            fields.report(
                "organizations", "is missing, and 'repositories' too",
                remedy: "Write 'organizations: [ … ]' or 'repositories: [ … ]'")
        }
    }

    /// What a search is limited to, as the search writes it.
    var searches: [String] { organizations.map { "org:" + $0 } + repositories.map { "repo:" + $0 } }
}
