internal import Address
internal import Newsletter
package import Settings
internal import Text

/// Merged pull requests in organisations and repositories on GitHub.
///
///     - source: github-pulls
///       organizations: [rust-lang]
///       repositories: [someone/else]
///       lower-case: true                 # the first word of titles
///       prefixes:                        # before titles, by repository
///         rust-lang/miri: "miri: "
///       components:                      # headings; the first rule that fits
///         - { component: Cargo, repository: rust-lang/cargo }
///         - { component: Library, label: T-libs }
///         - { component: Rustdoc, repository: rust-lang/rust, path: src/librustdoc/ }
///
/// All pull requests that were merged in the window are collected and counted. Rollups are counted, but aren't
/// candidates, because the pull requests in them are. A rule with `path` applies if most of the changed files are in
/// that folder; it needs a request for each pull request. `token` names the environment variable with a GitHub token,
/// by default `GITHUB_TOKEN`; small projects don't need one.
package struct GitHubPulls: Source {
    package static let name = "github-pulls"
    package static let summary = "merged pull requests"
    package static let keys = SettingsMapping(
        GitHubScopes.keys + PullRequestTitle.keys + [
            Setting(
                "prefixes", .pairs(.text), "Prefixes for titles, by repository.",
                example: ["example/tool": "tool: "]),
            Setting(
                "components", .list(.mapping(ComponentRule.keys)),
                "Rules for the headings of pull requests; the first rule that matches applies."),
        ] + GitHubSettings.keys)
    private let settings: Settings

    struct Settings: Sendable {
        var scopes: GitHubScopes
        var title: PullRequestTitle
        var prefixes: [(key: String, value: String)]
        var components: [ComponentRule]
        var github: GitHubSettings
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            scopes: GitHubScopes(fields), title: PullRequestTitle(fields), prefixes: fields.pairs("prefixes"),
            components: fields.items("components") { ComponentRule($0) }, github: GitHubSettings(fields))
    }

    package func collect(_ sourceRequest: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = settings.github.client(sourceRequest)
        let found = await GitHubMerged.find(in: settings.scopes.searches, sourceRequest.overlapping, github)
        var result = CollectionResult(faults: found.faults)
        for item in found.items where !MergedChange.isRollup(item.title) {
            result += await candidate(item, github, sourceRequest)
        }
        if found.isComplete {
            let earlier = found.items.count { ($0.mergedAt ?? .max) < sourceRequest.window.since }
            result.totals = [
                Total(
                    source: sourceRequest.name, count: found.count - earlier, url: address(of: sourceRequest.window))
            ]
        }
        return result
    }

    private func candidate(_ item: GitHubItem, _ github: GitHubClient, _ sourceRequest: SourceRequest) async
        -> CollectionResult
    {
        let repository = item.repository ?? ""
        let prefix = settings.prefixes.first { $0.key.lowercased() == repository.lowercased() }?.value
        let (component, faults) = await component(of: item, github)
        var facts: [Candidate.Fact] = [.note("repository", repository)]
        if let author = item.user?.login { facts.append(.signal(.author, author)) }
        if let component { facts.append(.signal(.component, component)) }
        if !item.labelNames.isEmpty { facts.append(.note("labels", item.labelNames.joined(separator: ", "))) }
        var candidate = sourceRequest.candidate(
            .pullRequests, title: settings.title.with(prefix: prefix).text(item.title), url: item.html_url,
            content: .pullRequest(PullRequest(repository: repository, number: item.number)), time: item.mergedAt,
            facts: facts)
        if let component { candidate.section = component }
        return CollectionResult([candidate], faults: faults)
    }

    private func component(
        of item: GitHubItem, _ github: GitHubClient
    ) async -> (component: String?, faults: [SourceFault]) {
        let known = ComponentRule.component(of: item, by: settings.components)
        guard known.needsPaths, let repository = item.repository else { return (known.component, []) }
        do throws(SourceFault) {
            let files = try await github.get(
                LenientList<ChangedFile>.self, "/repos/\(repository)/pulls/\(item.number)/files?per_page=100")
            let paths = files.value.items.map(\.filename)
            return (ComponentRule.component(of: item, paths: paths, by: settings.components), files.faults)
        } catch {
            return (nil, [error])
        }
    }

    private struct ChangedFile: Decodable {
        var filename: String
    }

    /// The URL of a search that shows readers all of them.
    private func address(of window: TimeWindow) -> String {
        let scopes = settings.scopes.searches
        let scope = scopes.count == 1 ? scopes[0] : "(" + scopes.joined(separator: " OR ") + ")"
        let query = "is:pr \(scope) is:merged \(GitHubMerged.readableCondition(window))"
        return "\(settings.github.site)/search?q=\(PercentEncoding.parameter(query))&type=pullrequests"
    }
}
