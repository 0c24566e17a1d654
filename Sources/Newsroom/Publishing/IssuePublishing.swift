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

    private var publishing: Publishing
    private let choice: Choice
    private let isStopped: @Sendable () -> Bool
    /// Held while a rehearsal's copy is in use.
    private var lock: HeldLock?

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
        var rehearsal = IssuePublishing(publishing, choice, isStopped: isStopped)
        // Before anything is removed: another rehearsal may be running.
        rehearsal.lock = try PlanRecord.lock(publishing)
        rehearsal.publishing = try await RehearsalCopy(publishing).make()
        return rehearsal
    }

    /// What would be done; nothing is changed, and nothing is written.
    ///
    /// - Throws: a ``Diagnostic`` if there is no such issue, or another publisher holds it; ``InvalidSettings``; ``GitError``.
    package func plan() async throws -> PublishPlan {
        let work = try await PublishWork(publishing, choice, isStopped: isStopped)
        return try await plan(work, try await work.plan(continuing: try await work.record.journal()))
    }

    private func plan(_ work: PublishWork, _ journal: PublishJournal) async throws -> PublishPlan {
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
        let lock = try self.lock ?? PlanRecord.lock(publishing)
        defer { withExtendedLifetime(lock) {} }
        var (work, journal) = try await begin()
        if publishing.context.clock.seconds < journal.notBefore {
            publishing.notify(.waiting(until: journal.notBefore))
            while publishing.context.clock.seconds < journal.notBefore, !isStopped() {
                await publishing.context.clock.sleep(.seconds(1))
            }
            if isStopped() { return journal }
            // The draft, or the plan, may have changed meanwhile.
            (work, journal) = try await begin()
        }
        let run = PublishRun(
            work.steps, keeper: work.record.store.keeper, clock: publishing.context.clock, isStopped: isStopped,
            report: report
        )
        return try await run.run(journal, work.request)
    }

    /// Writes down the plan, or that it continues.
    private func begin() async throws -> (PublishWork, PublishJournal) {
        let work = try await PublishWork(publishing, choice, isStopped: isStopped)
        let known = try await work.record.journal()
        if let known, known.resolution != nil { try await work.record.store.completeCopy(of: known) }
        var journal = try await work.plan(continuing: known)
        if known == nil || known?.resolution == .abandoned || publishing.isRehearsal {
            // Everything that can be found out is found out before the first effect.
            let plan = try await plan(work, journal)
            guard plan.problems.isEmpty else { throw RefusedPlan(plan: plan) }
        }
        if journal != known {
            journal.revision += 1
            try await work.record.store.write(journal)
        }
        return (work, journal)
    }
}

/// The error if something stands in the way of a plan, so that nothing was done.
package struct RefusedPlan: Error, CustomStringConvertible {
    package let plan: PublishPlan

    package var description: String { plan.problems.joined(separator: "\n") }
}
