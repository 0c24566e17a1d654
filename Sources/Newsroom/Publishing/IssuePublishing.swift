internal import Context
internal import Draft
internal import Newsletter
package import Publish
internal import Settings
internal import Text

/// Publishes an issue: shows what would be done, does it, and continues what was interrupted.
package struct IssuePublishing: Sendable {
    /// What a person chooses.
    package struct Choice: Sendable {
        /// A number or a file; nil for the issue whose plan is open, else the open draft, else the newest issue.
        package var issue: String?
        /// The steps to leave out of a new plan.
        package var skipped: [String] = []
        /// Nothing is done before, in seconds since 1970.
        package var notBefore = 0
        /// Whether to continue the plan of another publisher.
        package var takesOver = false
        /// Whether to publish an issue although there is a newer one.
        package var acceptsOlder = false
        /// The checks whose findings don't keep the draft from being finished.
        package var ignored: Set<String> = []
        /// Whether to leave out the checks before sending that need the web and the DNS.
        package var skipsPreFlight = false

        package init() {}
    }

    private let publishing: Publishing
    private let choice: Choice
    private let isStopped: @Sendable () -> Bool

    /// - Parameter isStopped: whether a person wants to stop; asked before each step and while mail is sent.
    package init(_ publishing: Publishing, _ choice: Choice, isStopped: @escaping @Sendable () -> Bool = { false }) {
        self.publishing = publishing
        self.choice = choice
        self.isStopped = isStopped
    }

    /// The same in a fresh copy of the publication, with the targets of `publish.rehearsal`.
    ///
    /// - Throws: a ``Diagnostic`` if the settings have no rehearsal; ``FileError``; ``GitError``.
    package func rehearsal() async throws -> IssuePublishing {
        IssuePublishing(try await RehearsalCopy(publishing).make(), choice, isStopped: isStopped)
    }

    /// What would be done; nothing is changed, and nothing is written.
    ///
    /// - Throws: a ``Diagnostic`` if there is no such issue, or another publisher holds it; ``InvalidSettings``; ``GitError``.
    package func plan() async throws -> PublishPlan {
        let work = try await PublishWork(publishing, choice, isStopped: isStopped)
        return try await plan(work, try await work.journal())
    }

    private func plan(_ work: PublishWork, _ known: PublishJournal?) async throws -> PublishPlan {
        let journal = try work.plan(continuing: known)
        var previews: [String: StepPreview] = [:]
        for step in work.steps where journal[step.name]?.isOpen ?? false {
            previews[step.name] = await step.preview(work.request)
        }
        return PublishPlan(
            title: work.request.issue.title, journal: journal, previews: previews,
            final: Set(work.steps.filter(\.isFinal).map(\.name)))
    }

    /// Does what is planned, or what an earlier run has left.
    ///
    /// - Parameter report: receives each change of a step.
    /// - Returns: the journal; publishing is complete if no step is open.
    /// - Throws: as ``plan()``; ``RefusedPlan`` if something would stop it before the first effect.
    package func run(report: @escaping @Sendable (StepRecord) -> Void) async throws -> PublishJournal {
        let work = try await PublishWork(publishing, choice, isStopped: isStopped)
        let lock = try work.lock()
        defer { withExtendedLifetime(lock) {} }
        let known = try await work.journal()
        if let known, known.ending != nil { try await work.store.completeCopy(of: known) }
        var journal = try work.plan(continuing: known)
        if journal.revision == 0 || known?.ending == .abandoned {
            // Everything that can be found out is found out before the first effect.
            let plan = try await plan(work, known)
            guard plan.problems.isEmpty else { throw RefusedPlan(plan: plan) }
        }
        if journal != known {
            journal.revision += 1
            try await work.store.write(journal)
        }
        while publishing.context.clock.seconds < journal.notBefore, !isStopped() {
            await publishing.context.clock.sleep(.seconds(1))
        }
        let run = PublishRun(
            work.steps, keeper: work.store.keeper, clock: publishing.context.clock, isStopped: isStopped, report: report
        )
        return try await run.run(journal, work.request)
    }
}

/// The error if something stands in the way of a plan, so that nothing was done.
package struct RefusedPlan: Error, CustomStringConvertible {
    package let plan: PublishPlan

    package var description: String { plan.problems.joined(separator: "\n") }
}
