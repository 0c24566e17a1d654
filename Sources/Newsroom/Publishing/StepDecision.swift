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
    private let issue: Int?
    private let kind: Kind
    private let takesOver: Bool

    /// - Parameters:
    ///   - issue: its number; nil for the issue whose plan is open.
    ///   - takesOver: whether to decide about another publisher's plan, which becomes this one's.
    package init(_ publishing: Publishing, issue: Int?, _ kind: Kind, takesOver: Bool = false) {
        self.publishing = publishing
        self.issue = issue
        self.kind = kind
        self.takesOver = takesOver
    }

    /// - Throws: a ``Diagnostic`` if there is no plan or no such step, or the step is done; the errors of writing the journal.
    package func run() async throws -> PublishJournal {
        var number = issue
        if number == nil { number = try await PublishStatus.open(publishing)?.issue }
        guard let number else { throw Self.none }
        let record = try await PlanRecord(publishing, issue: number)
        let lock = try record.lock()
        defer { withExtendedLifetime(lock) {} }
        guard var journal = try await record.journal(), journal.resolution == nil else { throw Self.none }
        if journal.holder != record.holder {
            guard takesOver else { throw JournalStore.fault(journal) }
            journal.holder = record.holder
        }
        switch kind {
        case .retry(let step): try retry(step, &journal)
        case .skip(let step, let why): try skip(step, why, &journal)
        case .abandon: journal.resolution = .abandoned
        }
        if journal.resolution == nil, journal.open.isEmpty { journal.resolution = .complete }
        journal.revision += 1
        try await record.store.write(journal)
        return journal
    }

    private static var none: Diagnostic {
        Diagnostic("no plan is open", remedy: "See 'sennight publish status'")
    }

    /// Steps that may be done again although they are done, because this clone or the site may have changed since.
    private static let local = [
        StepName.finish, StepName.commit, StepName.tag, StepName.push, StepName.build, StepName.verify,
    ]

    private func retry(_ name: String, _ journal: inout PublishJournal) throws {
        var record = try step(name, in: journal)
        guard record.state != .done || Self.local.contains(name) else {
            throw Diagnostic("the step '\(name)' is already done", remedy: "There is nothing to retry")
        }
        // What may have arrived is looked for first, unless a person has looked.
        if record.state != .started { record.state = .planned }
        record.result = nil
        record.reason = nil
        record.notBefore = nil
        journal[name] = record
    }

    private func skip(_ name: String, _ why: String, _ journal: inout PublishJournal) throws {
        var record = try step(name, in: journal)
        guard record.isOpen else {
            throw Diagnostic(
                "the step '\(name)' is already \(record.state.rawValue)", remedy: "There is nothing to skip")
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
