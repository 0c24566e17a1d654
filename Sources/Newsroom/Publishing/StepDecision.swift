internal import Context
internal import Newsletter
package import Publish

/// What a person decides about a step, or about a whole plan.
package struct StepDecision: Sendable {
    package enum Kind: Sendable {
        /// Do it again, because it had no effect.
        case retry(step: String)
        /// Leave it out, or count it as done, for a reason.
        case skip(step: String, why: String)
        case abandon
    }

    private let publishing: Publishing
    private let issue: String?
    private let kind: Kind

    /// - Parameter issue: a number or a file; nil for the issue whose plan is open.
    package init(_ publishing: Publishing, issue: String?, _ kind: Kind) {
        self.publishing = publishing
        self.issue = issue
        self.kind = kind
    }

    /// - Throws: a ``Diagnostic`` if there is no plan or no such step, or the step is done; the errors of writing the journal.
    package func run() async throws -> PublishJournal {
        var choice = IssuePublishing.Choice()
        choice.issue = issue
        let work = try await PublishWork(publishing, choice, isStopped: { false })
        let lock = try work.lock()
        defer { withExtendedLifetime(lock) {} }
        guard let known = try await work.journal(), known.ending == nil else {
            throw Diagnostic("no plan is open", remedy: "See 'sennight publish status'")
        }
        var journal = try work.plan(continuing: known)
        switch kind {
        case .retry(let step): try retry(step, &journal)
        case .skip(let step, let why): try skip(step, why, &journal)
        case .abandon: journal.ending = .abandoned
        }
        if journal.ending == nil, journal.open.isEmpty { journal.ending = .complete }
        journal.revision += 1
        try await work.store.write(journal)
        return journal
    }

    private func retry(_ name: String, _ journal: inout PublishJournal) throws {
        var record = try step(name, in: journal)
        guard record.state != .done else {
            throw Diagnostic("the step '\(name)' is done", remedy: "Nothing is left to retry")
        }
        // What may have arrived is looked for first, unless a person has looked.
        if record.state != .started { record.state = .planned }
        record.reason = nil
        record.notBefore = nil
        journal[name] = record
    }

    private func skip(_ name: String, _ why: String, _ journal: inout PublishJournal) throws {
        var record = try step(name, in: journal)
        guard record.isOpen else {
            throw Diagnostic("the step '\(name)' is \(record.state.rawValue)", remedy: "Nothing is left to skip")
        }
        record.state = .skipped
        record.reason = why
        record.changed = publishing.context.clock.seconds
        journal[name] = record
    }

    private func step(_ name: String, in journal: PublishJournal) throws -> StepRecord {
        guard let record = journal[name] else {
            throw Diagnostic(
                "the plan of issue \(journal.issue) has no step '\(name)'",
                remedy: "The steps are: \(journal.steps.map(\.name).joined(separator: ", "))")
        }
        return record
    }
}
