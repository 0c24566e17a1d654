internal import Newsletter
package import Settings
internal import Text

/// Proposals on GitHub, with their stage: approved ones, those that entered their final comment period, new and updated
/// ones.
///
///     - source: github-proposals
///       proposals: [rust-lang/rfcs]        # whose pull requests are proposals
///       approved: []                       # only merged ones with one of these labels are approved
///       periods:                           # whose issues and pull requests enter final comment periods
///         - { repository: rust-lang/rfcs }
///         - { repository: rust-lang/rust, section: Rust }
///         - { repository: rust-lang/compiler-team, section: Compiler Team, disposition: unspecified }
///       label: final-comment-period        # also of a single repository
///       finished: finished-final-comment-period
///       dispositions:                      # by label
///         disposition-merge: merge
///         disposition-postpone: postpone
///         disposition-close: close
///       tags: false                        # whether new and updated ones are marked [new] and [updated]
///
/// Pull requests that were merged in the window are approved, those that were opened are new, and those with new
/// commits are updated. A final comment period begins when the label is added, even if the pull request has been closed
/// since. Proposals in the last issue that have ended are reported.
package struct GitHubProposals: Source {
    package static let name = "github-proposals"
    package static let summary = "proposals: approved ones, those in their final comment period, new and updated ones"
    package static let keys = SettingsMapping(
        [
            Setting(
                "proposals", .list(.repository), "Repositories whose pull requests are proposals.",
                example: ["example/rfcs"]),
            Setting(
                "approved", .list(.text),
                "Labels, of which a merged pull request needs one to be an approved proposal. By"
                    + " default, all merged pull requests are approved.",
                example: ["approved"]),
            Setting(
                "periods", .list(.mapping(period)),
                "Repositories whose issues and pull requests can enter final comment periods."),
            Setting("label", .text, "The label of a final comment period.", default: "final-comment-period"),
            Setting(
                "finished", .text, "The label of a final comment period that has ended.",
                default: "finished-final-comment-period"),
            Setting(
                "dispositions", .pairs(.text), "The intended outcome of a final comment period, by label.",
                default: [
                    "disposition-merge": "merge", "disposition-postpone": "postpone", "disposition-close": "close",
                ]),
            Setting(
                "tags", .flag, "Whether new and updated proposals are marked `[new]` and `[updated]`.", default: false),
        ] + GitHubSettings.keys)

    private static let period = SettingsMapping(
        GitHubPlace.keys + [
            Setting("disposition", .text, "The intended outcome if no label says it.", example: "merge")
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var proposals: [String]
        var approved: [String]
        var periods: [Period]
        var finished: String
        var dispositions: [(key: String, value: String)]
        var hasTags: Bool
        var github: GitHubSettings
    }

    struct Period: Sendable {
        var place: GitHubPlace
        /// The disposition if no label says it.
        var disposition: String?
    }

    package init(_ fields: SettingsFields) {
        let label = fields.text("label")
        settings = Settings(
            proposals: fields.texts("proposals"), approved: fields.texts("approved"),
            periods: fields.items("periods") { item in
                Period(place: GitHubPlace(item, label: label), disposition: item.optionalText("disposition"))
            },
            finished: fields.text("finished"),
            dispositions: fields.pairs("dispositions"),
            hasTags: fields.flag("tags"), github: GitHubSettings(fields))
        if settings.proposals.isEmpty, settings.periods.isEmpty {
            fields.report(
                "proposals", "is missing, and 'periods' too",
                remedy: "Write 'proposals: [ OWNER/NAME ]' or 'periods: [{ repository: OWNER/NAME }]'")
        }
    }

    package func collect(_ sourceRequest: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let github = settings.github.client(sourceRequest)
        var result = await sourceRequest.gather(settings.proposals, atOnce: 1) { repository throws(SourceFault) in
            try await proposals(of: repository, github, sourceRequest)
        }
        result += await sourceRequest.gather(settings.periods, atOnce: 2) { period throws(SourceFault) in
            try await entered(period, github, sourceRequest)
        }
        let resolutions = GitHubResolutions(
            repositories: settings.proposals + settings.periods.map(\.place.repository), finished: settings.finished)
        result += await resolutions.find(
            among: sourceRequest.listed, before: sourceRequest.window.until, github, sourceRequest)
        return result
    }

    // MARK: Approved, new and updated

    private func proposals(
        of repository: String, _ github: GitHubClient, _ sourceRequest: SourceRequest
    ) async throws(SourceFault) -> CollectionResult {
        let window = sourceRequest.window
        let listed = try await github.all(
            GitHubItem.self, "/repos/\(repository)/pulls?state=all&sort=updated&direction=desc&per_page=100"
        ) { item in item.updated_at.map { $0.seconds < window.since } ?? false }
        var result = CollectionResult(faults: listed.faults)
        var seen: Set<Int> = []
        for item in listed.items where seen.insert(item.number).inserted {
            if let merged = item.mergedAt, window.contains(merged) {
                let isApproved =
                    settings.approved.isEmpty || item.labelNames.contains(where: settings.approved.contains)
                if isApproved { result.candidates.append(candidate(item, .approved, merged, sourceRequest)) }
                continue
            }
            // What was closed by the window's end is neither new nor updated.
            guard item.closed_at.map({ $0.seconds >= window.until }) ?? true else { continue }
            guard let created = item.created_at?.seconds else {
                result.faults.append(
                    github.fault("is missing", item.html_url, "created_at", "Open the address to see the answer"))
                continue
            }
            if window.contains(created) {
                result.candidates.append(candidate(item, .new, created, sourceRequest, change: "new"))
            } else if created < window.since {
                do throws(SourceFault) {
                    guard let time = try await lastCommit(to: item, in: repository, window, github) else { continue }
                    result.candidates.append(candidate(item, .new, time, sourceRequest, change: "updated"))
                } catch {
                    result.faults.append(error)
                }
            }
        }
        result.candidates.sort { ($0.time ?? 0, $0.url ?? "") < ($1.time ?? 0, $1.url ?? "") }
        return result
    }

    /// The time of a pull request's last commit in the window, by the committer's clock. Comments don't count as
    /// updates.
    private func lastCommit(
        to item: GitHubItem, in repository: String, _ window: TimeWindow, _ github: GitHubClient
    ) async throws(SourceFault) -> Int? {
        let commits = try await github.all(
            CommitItem.self, "/repos/\(repository)/pulls/\(item.number)/commits?per_page=100", most: 3)
        return commits.items.compactMap { $0.commit.committer?.date?.seconds }.filter(window.contains).max()
    }

    // MARK: Final comment periods

    private func entered(
        _ period: Period, _ github: GitHubClient, _ sourceRequest: SourceRequest
    ) async throws(SourceFault) -> CollectionResult {
        let found = try await github.labelled(in: period.place, later: settings.finished, sourceRequest.window)
        let candidates = found.items.map { item, time in
            var candidate = candidate(item, .finalCommentPeriod, time, sourceRequest, disposition: period.disposition)
            if let section = period.place.section { candidate.section = section }
            return candidate
        }
        return CollectionResult(candidates, faults: found.faults)
    }

    private func candidate(
        _ item: GitHubItem, _ stage: Proposal.Stage, _ time: Int, _ sourceRequest: SourceRequest, change: String? = nil,
        disposition fallback: String? = nil
    ) -> Candidate {
        let disposition = settings.dispositions.first { item.labelNames.contains($0.key) }?.value ?? fallback
        var facts: [Candidate.Fact] = []
        if let repository = item.repository { facts.append(.note("repository", repository)) }
        if let author = item.user?.login { facts.append(.signal(.author, author)) }
        if let change { facts.append(.signal(.change, change)) }
        if stage == .finalCommentPeriod, let closed = item.closed_at?.seconds {
            facts.append(.note(item.mergedAt == nil ? "closed" : "merged", String(Timestamp.text(closed).prefix(10))))
        }
        return sourceRequest.candidate(
            .proposals, title: item.title, url: item.html_url,
            tags: settings.hasTags ? [change].compactMap { $0 } : [],
            content: .proposal(
                Proposal(stage: stage, disposition: stage == .finalCommentPeriod ? disposition : nil)),
            time: time, facts: facts)
    }

    // MARK: What GitHub answers

    private struct CommitItem: Decodable {
        struct Commit: Decodable {
            var committer: Committer?
        }

        struct Committer: Decodable {
            var date: WrittenTime?
        }

        var commit: Commit
    }
}
