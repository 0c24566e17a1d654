import ArgumentParser
internal import Context
internal import Draft
internal import Newsletter
internal import Settings

/// Which pull requests a command works on, and where they are.
struct PullRequestChoice: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "Take branches of this clone for pull requests, as in 'pr/*'. (default: those on the forge)",
            valueName: "pattern"))
    var branches: String?

    @Option(help: ArgumentHelp("What this clone calls the publication's repository.", valueName: "name"))
    var remote = "origin"

    func source(_ place: IntakePlace) throws -> PullRequestSource {
        if let branches { return .branches(branches, of: place.repository) }
        return .gitHub(
            try client(place), into: place.repository, remote: remote, branch: place.publication.intake.branch)
    }

    func client(_ place: IntakePlace) throws -> GitHubClient {
        let rules = place.publication.intake
        guard let repository = rules.repository else {
            throw Diagnostic(
                "the settings do not say where pull requests are",
                remedy: "Write 'intake: { repository: owner/name }', or name branches with --branches 'pr/*'",
                file: place.location.settings)
        }
        return GitHubClient(
            http: try WebAccess.live(place.location, publication: place.publication), rules: rules,
            repository: repository, token: try Secret.named("GITHUB_TOKEN", files: place.context.files))
    }
}
