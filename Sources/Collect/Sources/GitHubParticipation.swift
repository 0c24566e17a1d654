internal import Address
internal import Newsletter
package import Settings
internal import Text

/// Tasks of projects on GitHub that seek help: open issues with a label that nobody is assigned to.
///
///     - source: github-participation
///       labels: [help wanted, good first issue]     # an issue needs one of these
///       most: 5                                     # per project, the newest first
///       projects:
///         - { repository: someone/spindle, name: Spindle }
///         - { repository: someone/other, labels: [E-mentor], most: 2 }
///
/// Titles have the form `NAME - TITLE`, by default with the repository's name. Tasks in the draft are requested again,
/// and those that were closed or assigned in the meantime are reported.
package struct GitHubParticipation: Source {
    package static let name = "github-participation"
    package static let summary =
        "tasks of projects that seek help: open issues with a label that nobody is assigned to"
    package static let keys = SettingsMapping(
        [
            Setting("labels", .list(.text), "Labels, of which a task needs one.", example: ["help wanted"]),
            Setting("most", .number(1...100), "The maximum number of tasks per project, the newest first.", default: 5),
            Setting("projects", .list(.mapping(project)), "The projects to search.", required: true),
        ] + GitHubSettings.keys)

    private static let project = SettingsMapping([
        Setting("repository", .repository, "The repository.", required: true, example: "example/project"),
        Setting(
            "name", .text, "The name that titles begin with. By default, the repository's name.", example: "Project"),
        Setting("labels", .list(.text), "The labels, if the project has its own.", example: ["good first issue"]),
        Setting("most", .number(1...100), "The maximum number, if the project has its own.", example: 2),
    ])
    private let settings: Settings

    struct Settings: Sendable {
        var projects: [Project]
        var github: GitHubSettings
    }

    struct Project: Sendable {
        var repository: String
        var name: String
        var labels: [String]
        var most: Int
    }

    package init(_ fields: SettingsFields) {
        let labels = fields.texts("labels")
        let most = fields.number("most")
        let projects = fields.items("projects") { item in
            let repository = item.text("repository")
            let own = item.texts("labels")
            if own.isEmpty, labels.isEmpty {
                item.report("labels", "is missing", remedy: "Write 'labels: [ … ]' here or next to 'projects:'")
            }
            return Project(
                repository: repository,
                name: item.optionalText("name") ?? String(repository.split(separator: "/").last ?? ""),
                labels: own.isEmpty ? labels : own, most: item.optionalNumber("most") ?? most)
        }
        settings = Settings(projects: projects, github: GitHubSettings(fields))
        if projects.isEmpty {
            fields.report("projects", "is missing or empty", remedy: "Write 'projects: [{ repository: OWNER/NAME }]'")
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = settings.github.client(request)
        return await request.gather(settings.projects, atOnce: 2) { project throws(SourceFault) in
            try await tasks(of: project, github, request)
        }
    }

    /// Requests the listed tasks again, and returns those that have been closed or assigned.
    package func recheck(_ request: SourceRequest) async -> CollectionResult {
        let resolutions = GitHubResolutions(repositories: settings.projects.map(\.repository), endsWithAssignee: true)
        return await resolutions.find(
            among: request.listed, before: .max, settings.github.client(request), request)
    }

    private func tasks(
        of project: Project, _ github: GitHubClient, _ request: SourceRequest
    ) async throws(SourceFault) -> CollectionResult {
        var result = CollectionResult()
        var issues: [Int: GitHubItem] = [:]
        for label in project.labels {
            let listed = try await github.all(
                GitHubItem.self,
                "/repos/\(project.repository)/issues?labels=\(PercentEncoding.parameter(label))&state=open&assignee=none"
                    + "&sort=created&direction=desc&per_page=100", most: 3)
            result.faults += listed.faults
            for item in listed.items where isFree(item, before: request.window.until) { issues[item.number] = item }
        }
        result.candidates = issues.values.sorted { $0.number > $1.number }.prefix(project.most).map { item in
            var facts: [Candidate.Fact] = [.note("repository", project.repository)]
            if let author = item.user?.login { facts.append(.signal(.author, author)) }
            facts.append(.note("labels", item.labelNames.joined(separator: ", ")))
            return request.candidate(
                .participation, title: "\(project.name) - \(item.title)", url: item.html_url,
                content: .callForParticipation(
                    CallForParticipation(kind: .project, closes: nil, place: nil, date: nil)),
                time: item.created_at?.seconds, facts: facts)
        }
        return result
    }

    /// Whether an item is an open, unassigned task; lists of issues also contain pull requests.
    private func isFree(_ item: GitHubItem, before time: Int) -> Bool {
        item.pull_request == nil && item.state != "closed" && item.assignees?.isEmpty != false
            && item.created_at.map { $0.seconds < time } ?? true
    }
}
