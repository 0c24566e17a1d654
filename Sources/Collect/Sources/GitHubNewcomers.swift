internal import Address
internal import Newsletter
package import Settings
internal import Text

/// People whose first pull request to a repository was merged in the window.
///
///     - source: github-newcomers
///       organizations: [rust-lang]
///       repositories: [someone/else]
///       without: [some-automaton]        # accounts to leave out
///
/// Bots and people whom GitHub lists as members or collaborators are left out. Each other person needs one or two
/// requests. A candidate is a person, with the pull request as a fact.
package struct GitHubNewcomers: Source {
    package static let name = "github-newcomers"
    package static let summary = "people whose first pull request was merged"
    package static let keys = SettingsMapping(
        GitHubScopes.keys + [
            Setting("without", .list(.text), "Accounts to leave out.", example: ["some-bot"])
        ] + GitHubSettings.keys)
    private let settings: Settings

    struct Settings: Sendable {
        var scopes: GitHubScopes
        var without: [String]
        var github: GitHubSettings
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            scopes: GitHubScopes(fields), without: fields.texts("without").map { $0.lowercased() },
            github: GitHubSettings(fields))
    }

    package func collect(_ sourceRequest: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = settings.github.client(sourceRequest)
        let found = await GitHubMerged.find(in: settings.scopes.searches, sourceRequest.window, github)
        var result = await sourceRequest.gather(firsts(of: found.items), atOnce: 2) { first throws(SourceFault) in
            let (isFirst, faults) = try await isFirst(first, before: sourceRequest.window.since, github)
            return CollectionResult(isFirst ? [candidate(first, sourceRequest)] : [], faults: faults)
        }
        result.faults = found.faults + result.faults
        var seen: Set<String?> = []
        result.candidates.removeAll { !seen.insert($0.url).inserted }
        return result
    }

    private struct First: Sendable {
        var item: GitHubItem
        var author: String
        var repository: String
    }

    /// The first pull request of each author in each repository.
    private func firsts(of items: [GitHubItem]) -> [First] {
        var seen: Set<String> = []
        return items.compactMap { item in
            guard let user = item.user, let repository = item.repository, user.type != "Bot",
                !user.login.hasSuffix("[bot]"), !settings.without.contains(user.login.lowercased()),
                !["OWNER", "MEMBER", "COLLABORATOR"].contains(item.author_association ?? ""),
                seen.insert(repository + " " + user.login).inserted
            else { return nil }
            return First(item: item, author: user.login, repository: repository)
        }
    }

    /// Whether this is the author's first merge. A search isn't used, because GitHub allows only a few searches a
    /// minute.
    private func isFirst(
        _ first: First, before time: Int, _ github: GitHubClient
    ) async throws(SourceFault) -> (Bool, faults: [SourceFault]) {
        var isFirst = true
        let listed = try await github.all(
            GitHubItem.self,
            "/repos/\(first.repository)/issues?creator=\(PercentEncoding.parameter(first.author))&state=closed"
                + "&sort=created&direction=asc&per_page=100"
        ) { item in
            if let merged = item.mergedAt, merged < time { isFirst = false }
            return !isFirst || item.created_at.map { $0.seconds >= time } ?? false
        }
        return (isFirst, listed.faults)
    }

    private func candidate(_ first: First, _ sourceRequest: SourceRequest) -> Candidate {
        sourceRequest.candidate(
            .links, title: first.author, url: "\(settings.github.site)/\(first.author)", time: first.item.mergedAt,
            facts: [
                .note("repository", first.repository), .note("pull request", first.item.html_url),
                .note("title", first.item.title.collapsingBlanks),
            ])
    }
}
