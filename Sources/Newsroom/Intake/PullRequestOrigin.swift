internal import Context
internal import Draft
internal import Newsletter
internal import Settings

/// The origin of pull requests: branches of this clone, or a forge.
package enum PullRequestOrigin: Sendable {
    /// Branches of this clone that match a pattern such as `pr/*`.
    case branches(String)
    /// The forge that the settings name; `remote` is this clone's name for the publication's repository there.
    case forge(remote: String)

    func source(_ place: IntakePlace) throws -> PullRequestSource {
        switch self {
        case .branches(let pattern): .branches(pattern, of: place.repository)
        case .forge(let remote):
            .gitHub(
                try Self.client(place.session), into: place.repository, remote: remote,
                branch: place.publication.intake.branch)
        }
    }

    static func client(_ session: DraftSession) throws -> GitHubClient {
        let rules = session.publication.intake
        guard let repository = rules.repository else {
            throw Diagnostic(
                "the settings don't say where pull requests are",
                remedy: "Write 'intake: { repository: owner/name }', or pass --branches 'pr/*'",
                file: session.location.settings)
        }
        return GitHubClient(
            http: try session.http(), rules: rules, repository: repository,
            token: try session.context.secrets.named("GITHUB_TOKEN"))
    }
}
