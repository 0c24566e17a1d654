internal import Archive
internal import Context
internal import Newsletter
internal import Publish
internal import Settings
internal import Text

/// Deploys the site as it is now, such as after a correction, and verifies it. Nothing is finished, sent or announced.
package struct SiteDeployment: Sendable {
    private let publishing: Publishing

    package init(_ publishing: Publishing) {
        self.publishing = publishing
    }

    /// What would be done, one sentence without a full stop each, and what would stop it.
    ///
    /// - Throws: as ``run()``.
    package func plan() async throws -> (changes: [String], problems: [String]) {
        let (work, steps) = try await work()
        var changes = ["build the site"]
        var problems: [String] = []
        for step in steps + [verification(work, steps)] {
            let preview = await step.preview(work.request)
            changes += preview.changes
            problems += preview.problems.map { "\(step.name): \($0)" }
        }
        return (changes, problems)
    }

    /// - Returns: what was achieved, one line for each step.
    /// - Throws: a ``Diagnostic`` if the settings have no deployment target, something isn't committed, or a step fails.
    package func run() async throws -> [String] {
        let lock = try PlanRecord.lock(publishing)
        defer { withExtendedLifetime(lock) {} }
        let (work, steps) = try await work()
        let redeployment = Redeployment(publishing: publishing, deployments: steps, isEverywhere: true)
        do throws(StepFault) {
            try await redeployment.run(work.request)
            let attempt = StepAttempt(key: "", payload: "", started: work.request.context.clock.seconds, count: 1)
            let verified = try await verification(work, steps).perform(work.request, attempt)
            return steps.map { "\($0.name): \($0.target)" } + [verified.summary]
        } catch {
            throw Diagnostic(error.problem, remedy: error.remedy)
        }
    }

    private func work() async throws -> (PublishWork, [any PublishStep]) {
        let session = try publishing.session()
        guard let newest = try await session.archive().issues.last else {
            throw Diagnostic("no issue is finished", remedy: "Publish one with 'sennight publish'")
        }
        var choice = IssuePublishing.Choice()
        choice.issue = newest.number.map(String.init) ?? newest.file
        let work = try await PublishWork(publishing, choice, isStopped: { false })
        guard !work.deployments.isEmpty else {
            throw Diagnostic(
                "the settings have no deployment target", remedy: "Write 'publish: { deploy: … }'",
                file: session.location.settings)
        }
        if let fault = try await work.uncommitted() { throw fault }
        return (work, work.deployments)
    }

    private func verification(_ work: PublishWork, _ steps: [any PublishStep]) -> VerifySite {
        VerifySite(site: work.request.publication.address, after: steps.map(\.name), isNewest: false)
    }
}
