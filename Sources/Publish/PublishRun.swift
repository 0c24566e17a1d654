package import Context
internal import Newsletter
internal import Text

/// Does what a journal's plan still has to do.
///
/// Before the first effect of a step, the journal says that the step was started, and with what payload. A run that finds a
/// started step asks the target first, so that nothing is done twice, wherever the earlier run was stopped:
///
///     planned ─→ started ─→ done
///        ↑          │  ↘
///     failed ←──────┘   uncertain     (skipped: by a person)
package struct PublishRun: Sendable {
    private let steps: [any PublishStep]
    private let keeper: JournalKeeper
    private let clock: Clock
    private let isStopped: @Sendable () -> Bool
    private let report: @Sendable (StepRecord) -> Void

    /// - Parameters:
    ///   - steps: in the order of the plan.
    ///   - isStopped: whether to stop before the next step.
    ///   - report: receives each change of a step.
    package init(
        _ steps: [any PublishStep], keeper: JournalKeeper, clock: Clock,
        isStopped: @escaping @Sendable () -> Bool = { false },
        report: @escaping @Sendable (StepRecord) -> Void = { _ in }
    ) {
        self.steps = steps
        self.keeper = keeper
        self.clock = clock
        self.isStopped = isStopped
        self.report = report
    }

    /// - Returns: the journal after everything that could be done.
    /// - Throws: a ``Diagnostic`` if the plan has a step that the settings no longer have; the errors of the keeper.
    package func run(_ journal: PublishJournal, _ request: PublishRequest) async throws -> PublishJournal {
        var journal = journal
        for record in journal.steps where !steps.contains(where: { $0.name == record.name }) && record.isOpen {
            throw Diagnostic(
                "the plan has a step '\(record.name)', but the settings no longer do",
                remedy: "Restore the setting, or run 'sennight publish skip \(record.name) --why …'")
        }
        for step in steps where journal[step.name] != nil {
            if isStopped() { return journal }
            try await run(step, &journal, request)
        }
        if journal.open.isEmpty, journal.resolution == nil {
            journal.resolution = .complete
            try await write(&journal)
        }
        return journal
    }

    private func run(_ step: any PublishStep, _ journal: inout PublishJournal, _ request: PublishRequest) async throws {
        guard var record = journal[step.name] else { return }
        let isRepeated = record.state == .done && step.isRepeated && !journal.open.isEmpty
        let isChanged = await isChanged(step, record, journal, request)
        guard record.isOpen || isRepeated || isChanged, record.state != .uncertain else { return }
        guard !step.needs.contains(where: { blocks($0, journal) }) else { return }
        if let time = record.notBefore, time > clock.seconds {
            record.reason =
                "the target accepts no requests until \(Timestamp.text(time)). Run this command again after that"
            return report(record)
        }
        var request = request
        request.results = journal.results
        // Only a started step may have had an effect; any other may send something newer than it wanted to before.
        let wasStarted = record.state == .started
        if !wasStarted {
            do throws(StepFault) {
                let payload = try await step.payload(request)
                record.payload = payload
                record.digest = Fingerprint(.text(payload)).description
            } catch {
                return try await set(&record, Verdict(.failed, error), &journal)
            }
        }
        record.attempts += 1
        record.started = record.started ?? clock.seconds
        record.notBefore = nil
        try await set(&record, Verdict(.started), &journal)
        let attempt = StepAttempt(
            key: Fingerprint(.text(journal.key), .text(step.name)).description, payload: record.payload ?? "",
            started: record.started ?? clock.seconds, count: record.attempts)
        let verdict = await Self.verdict(step, request, attempt, wasStarted: wasStarted)
        try await set(&record, verdict, &journal)
    }

    /// Whether what was deployed isn't what would be deployed now, while readers haven't been shown to get it.
    private func isChanged(
        _ step: any PublishStep, _ record: StepRecord, _ journal: PublishJournal, _ request: PublishRequest
    ) async -> Bool {
        guard step.isRepeatedIfChanged, record.state == .done, journal[StepName.verify]?.isOpen == true else {
            return false
        }
        var request = request
        request.results = journal.results
        // What can't be known now was done once, which is enough.
        guard let payload = try? await step.payload(request) else { return false }
        return payload != record.payload
    }

    /// Whether a step has to wait for another one, or for what a skipped one has waited for.
    private func blocks(_ name: String, _ journal: PublishJournal) -> Bool {
        guard let record = journal[name] else { return false }
        if record.isOpen { return true }
        guard record.state == .skipped, let step = steps.first(where: { $0.name == name }) else { return false }
        return step.needs.contains { blocks($0, journal) }
    }

    private func set(_ record: inout StepRecord, _ verdict: Verdict, _ journal: inout PublishJournal) async throws {
        record.state = verdict.state
        record.changed = clock.seconds
        record.result = verdict.result
        record.reason = verdict.reason
        record.notBefore = verdict.retryAfter.map { clock.seconds + $0 }
        journal[record.name] = record
        try await write(&journal)
        report(record)
    }

    private func write(_ journal: inout PublishJournal) async throws {
        journal.revision += 1
        try await keeper.write(journal)
    }
}

// MARK: One attempt

extension PublishRun {
    /// What an attempt has led to.
    private struct Verdict {
        var state: StepRecord.State
        var result: StepResult?
        var reason: String?
        var retryAfter: Int?

        init(_ state: StepRecord.State, _ fault: StepFault? = nil) {
            self.state = state
            reason = fault?.description
            retryAfter = fault?.retryAfter
        }

        init(done result: StepResult) {
            state = .done
            self.result = result
        }

        init(_ state: StepRecord.State, reason: String) {
            self.state = state
            self.reason = reason
        }
    }

    private static func verdict(
        _ step: any PublishStep, _ request: PublishRequest, _ attempt: StepAttempt, wasStarted: Bool
    ) async -> Verdict {
        do throws(StepFault) {
            switch try await step.presence(request, attempt) {
            case .present(let result): return await verified(step, request, attempt, result)
            case .conflict(let reason): return Verdict(.failed, reason: reason)
            case .unknown where wasStarted: return Verdict(.uncertain, reason: unknown(step))
            case .unknown, .absent: break
            }
        } catch {
            // An earlier attempt may have had an effect, so the next run has to ask again before it does anything.
            return Verdict(wasStarted ? .started : .failed, error)
        }
        do throws(StepFault) {
            return await verified(step, request, attempt, try await step.perform(request, attempt))
        } catch {
            if error.effect == .none { return Verdict(.failed, error) }
            return await verdict(step, request, attempt, after: error)
        }
    }

    /// Asks the target whether an attempt with a fault had an effect.
    private static func verdict(
        _ step: any PublishStep, _ request: PublishRequest, _ attempt: StepAttempt, after fault: StepFault
    ) async -> Verdict {
        do throws(StepFault) {
            // From now on, a target that can't be asked can't say that it has nothing.
            var asked = attempt
            asked.count += 1
            switch try await step.presence(request, asked) {
            case .present(let result): return await verified(step, request, attempt, result)
            case .conflict(let reason): return Verdict(.failed, reason: reason)
            case .unknown: return Verdict(.uncertain, reason: "\(fault.problem). \(unknown(step))")
            // The request may still be on its way, so the step isn't known to have had no effect.
            case .absent: return Verdict(.started, fault)
            }
        } catch {
            return Verdict(.started, fault)
        }
    }

    private static func verified(
        _ step: any PublishStep, _ request: PublishRequest, _ attempt: StepAttempt, _ result: StepResult
    ) async -> Verdict {
        do throws(StepFault) {
            try await step.verify(request, attempt, result)
            return Verdict(done: result)
        } catch {
            return Verdict(.started, error)
        }
    }

    private static func unknown(_ step: any PublishStep) -> String {
        "\(step.target) may already have it, but can't be asked. Look there: if it arrived, run"
            + " 'sennight publish skip \(step.name) --why \"it arrived\"', else 'sennight publish retry \(step.name)'"
    }
}
