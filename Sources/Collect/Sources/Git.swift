internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Pull requests merged into a branch of a local clone, found in its commits: GitHub's merge commits, bors, rollups
/// (each pull request in them), squash merges.
///
///     - source: git
///       path: ../rust                    # from the settings; outside the publication
///       repository: rust-lang/rust       # where the pull requests are
///       branch: HEAD
///       fetch: false                     # whether to run 'git fetch' before, over https or ssh
///       lower-case: true                 # the first word of titles
///       prefix: "cargo: "                # before every title
///
/// The time of a pull request is that of its merge commit.
package struct Git: Source {
    package static let name = "git"
    package static let summary = "pull requests that were merged into a branch of a local clone"
    package static let keys = SettingsMapping(
        [
            Setting(
                "path", .text, "The path of the clone, from the settings file's folder.", required: true,
                example: "../project"),
            Setting(
                "repository", .text, "The repository on GitHub that has the pull requests.", required: true,
                example: "example/project"),
            Setting("branch", .text, "The branch, tag or commit.", default: "HEAD"),
            Setting("fetch", .flag, "Whether to run `git fetch` first.", default: false),
        ] + PullRequestTitle.keys)
    private let settings: Settings

    struct Settings: Sendable {
        var path: String
        var repository: String
        var branch: String
        var fetches: Bool
        var title: PullRequestTitle
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            path: fields.text("path"), repository: fields.text("repository"),
            branch: fields.text("branch"), fetches: fields.flag("fetch"),
            title: PullRequestTitle(fields))
        if settings.branch.hasPrefix("-") {
            fields.report("branch", "can't begin with '-'", remedy: "Name a branch, a tag or a commit")
        }
    }

    package func collect(_ sourceRequest: SourceRequest) async throws(SourceFault) -> CollectionResult {
        if settings.fetches {
            let options = ["--quiet", "--no-recurse-submodules", "--upload-pack=git-upload-pack"]
            _ = try await git(["fetch"] + options, sourceRequest)
        }
        let window = sourceRequest.overlapping
        // The dates of commits are no order: what git leaves out for its date must lie well before the window. The
        // branch's own history first; then what its merges brought, for the rollups among them.
        let main = try await commits(["--first-parent"], since: window.since - 86_400, sourceRequest)
            .filter { window.contains($0.time) }
        var found: [(change: MergedChange, time: Int)] = []
        var numbers: Set<Int> = []
        for commit in main {
            guard let change = MergedChange(message: commit.message) else { continue }
            if change.isRollup {
                for inner in try await rolledUp(commit, sourceRequest) where numbers.insert(inner.number).inserted {
                    found.append((inner, commit.time))
                }
            } else if numbers.insert(change.number).inserted {
                found.append((change, commit.time))
            }
        }
        return CollectionResult(found.map { candidate($0.change, $0.time, sourceRequest) })
    }

    private func candidate(_ change: MergedChange, _ time: Int, _ sourceRequest: SourceRequest) -> Candidate {
        sourceRequest.candidate(
            .pullRequests, title: settings.title.text(change.title),
            url: "https://github.com/\(settings.repository)/pull/\(change.number)",
            content: .pullRequest(PullRequest(repository: settings.repository, number: change.number)), time: time,
            facts: [.note("repository", settings.repository)])
    }

    /// The pull requests in a rollup, which are the merges on its branch.
    private func rolledUp(_ commit: Commit, _ sourceRequest: SourceRequest) async throws(SourceFault) -> [MergedChange]
    {
        guard commit.parents.count > 1 else { return [] }
        let inner = try await log(
            ["--first-parent", "--merges", "--reverse", "\(commit.parents[0])..\(commit.parents[1])"], sourceRequest)
        return inner.compactMap { MergedChange(message: $0.message) }
    }

    private func commits(
        _ options: [String], since: Int, _ sourceRequest: SourceRequest
    ) async throws(SourceFault) -> [Commit] {
        try await log(
            options + ["--reverse", "--since=\(Timestamp.text(since))", "--end-of-options", settings.branch],
            sourceRequest)
    }

    // MARK: What git prints

    private struct Commit {
        var parents: [Substring]
        var time: Int
        var message: String
    }

    private func log(_ arguments: [String], _ sourceRequest: SourceRequest) async throws(SourceFault) -> [Commit] {
        let format = ["log", "-z", "--no-show-signature", "--format=%P%n%ct%n%B"]
        let output = try await git(format + arguments + ["--"], sourceRequest)
        return output.split(separator: 0).compactMap { record in
            let lines = record.split(separator: UInt8(ascii: "\n"), maxSplits: 2, omittingEmptySubsequences: false)
                .map { String(decoding: $0, as: UTF8.self) }
            guard lines.count == 3, let time = Int(lines[1]) else { return nil }
            return Commit(parents: lines[0].split(separator: " "), time: time, message: lines[2])
        }
    }

    private func git(_ arguments: [String], _ sourceRequest: SourceRequest) async throws(SourceFault) -> [UInt8] {
        do throws(CommandError) {
            return try await sourceRequest.access.git(settings.path, arguments)
        } catch {
            throw sourceRequest.fault(
                "git failed: \(error)", address: settings.path, remedy: "Check 'path:' and 'branch:' in the settings")
        }
    }
}
