internal import Context
package import Settings
internal import Text

/// Commits the site onto a branch of a git repository, from which a host of pages serves it. Files that no deployment
/// made, such as `CNAME`, are kept.
///
///     - target: branch
///       branch: gh-pages
package struct BranchTarget: PublishTarget {
    package static let kind = "branch"
    package static let role = TargetRole.deploy
    package static let summary = "a branch of a git repository, for hosts of pages"
    package static let keys = SettingsMapping([
        Setting("branch", .text, "The branch, which is created if it doesn't exist.", default: "gh-pages"),
        Setting(
            "repository", .text,
            "The repository: a remote of the publication's own repository, or the address of another one.",
            default: "origin", example: "git@git.example.org:weekly/pages.git"),
        Setting(
            "adopt", .flag,
            "Whether the site's files replace those with the same path that Sennight didn't write; the branch's history"
                + " keeps them.", default: false),
    ])
    package let name: String
    private let branch: String
    private let repository: String
    private let adopts: Bool

    package init(_ fields: SettingsFields, name: String) {
        self.name = name
        branch = fields.text("branch")
        repository = fields.text("repository")
        adopts = fields.flag("adopt")
        if repository.hasPrefix("-") {
            fields.report("repository", "can't begin with '-'", remedy: "Write the name of a remote, or an address")
        }
        if branch.hasPrefix("-") || branch.hasPrefix("refs/") || branch.contains(":") {
            fields.report("branch", "isn't the name of a branch", remedy: "Write it like gh-pages")
        }
    }

    package var target: String { "\(branch) of \(SiteBranch.withoutCredentials(repository))" }
    package let isFinal = false

    package func preview(_ request: PublishRequest) async -> StepPreview {
        do throws(StepFault) {
            let tip = try await siteBranch(request).remoteTip()
            let state = tip.map { "now at \($0.prefix(10))" } ?? "which is created"
            return StepPreview(changes: ["commit the site onto the branch \(target), \(state)"])
        } catch {
            return StepPreview(changes: ["commit the site onto the branch \(target)"], problems: ["\(error)"])
        }
    }

    package func payload(_ request: PublishRequest) async throws(StepFault) -> String {
        try await SiteContent(of: request).digest
    }

    package func presence(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepPresence {
        let branch = try await siteBranch(request)
        guard let tip = try await branch.fetchedTip() else { return .absent }
        let content = try await SiteContent(of: request)
        // The site was built again since: what the branch has is compared when this one is pushed.
        guard content.digest == attempt.payload else { return .absent }
        let difference = try await difference(content, tip, branch, request)
        return difference.isEmpty ? .present(result(tip, "\(target) has the site already")) : .absent
    }

    package func perform(_ request: PublishRequest, _ attempt: StepAttempt) async throws(StepFault) -> StepResult {
        let content = try await SiteContent(of: request, attempt)
        let branch = try await siteBranch(request)
        for _ in 0..<Self.mostTries {
            let tip = try await branch.fetchedTip()
            let difference = try await difference(content, tip, branch, request)
            if let tip, difference.isEmpty { return result(tip, "\(target) has the site already") }
            let commit = try await branch.commit(
                difference, onto: tip, message: "Publish \(request.issue.title.filter { !$0.isNewline })\n",
                reading: request)
            if try await branch.push(commit, replacing: tip) {
                return result(commit, "\(difference.summary) on \(target)")
            }
        }
        throw StepFault(
            "the branch \(target) keeps changing while the site is pushed",
            remedy: "Find out what else pushes to it, then run 'sennight publish' again")
    }

    /// How often the site is committed again, because others have pushed in between.
    private static let mostTries = 5

    private func difference(
        _ content: SiteContent, _ tip: String?, _ branch: SiteBranch, _ request: PublishRequest
    ) async throws(StepFault) -> SiteDifference {
        let difference = SiteDifference(
            content, blobs: try await branch.blobs(of: content, in: request.site),
            branch: try await branch.files(of: tip), record: try await branch.record(of: tip),
            now: request.context.clock.seconds)
        guard adopts || difference.foreign.isEmpty else {
            let others = difference.foreign.count - 1
            throw StepFault(
                "the branch \(target) already has files that Sennight didn't write, at paths that the site needs: "
                    + (difference.foreign.first ?? "") + (others > 0 ? " and \(others.counted("other"))" : ""),
                remedy: "Remove them from the branch, or write 'adopt: true' for the target '\(name)' to replace them")
        }
        return difference
    }

    private func result(_ commit: String, _ summary: String) -> StepResult {
        StepResult(summary, facts: ["commit": commit])
    }

    private func siteBranch(_ request: PublishRequest) async throws(StepFault) -> SiteBranch {
        try await SiteBranch(branch, of: repository, step: name, request)
    }
}
