internal import Context
internal import Send
internal import Store

/// The work of one connection: it takes one claimed delivery after the other, marks it, sends it, and records the reply
/// together with the next mark.
struct DeliveryLoop: Sendable {
    let queue: ClaimQueue
    let writer: LedgerWriter
    let backoff: DeliveryBackoff
    let delivery: MailDelivery
    let messages: CampaignMessages
    /// The limits for a lane.
    let limits: @Sendable (_ lane: String) -> [RateLimit]
    let clock: Clock
    let control: SendingControl
    /// Receives what a person should know, without addresses.
    let report: @Sendable (_ fault: String) -> Void
    /// Called after each message that the server answered to.
    let count: @Sendable () -> Void

    /// Returns when nothing is due, or the sending is stopped.
    ///
    /// - Throws: ``StoreError``, ``FileError``; what keeps messages from being made.
    func run() async throws {
        var work = ConnectionWork()
        do {
            try await run(&work)
            try await flush(&work)
        } catch {
            await queue.close()
            // If the store can't be written, the delivery stays in flight there, and becomes uncertain.
            try? await flush(&work)
            await work.connection?.close()
            throw error
        }
        await work.connection?.close()
    }

    /// What a connection has at hand between two messages.
    private struct ConnectionWork {
        var connection: (any MailConnection)?
        /// What isn't written yet.
        var entry = LedgerWriter.Entry()
    }

    private func run(_ work: inout ConnectionWork) async throws {
        while !control.isStopped {
            switch try await queue.next() {
            case .none: return
            case .pause(let length):
                try await flush(&work)
                await leave(&work, before: length)
                await clock.sleep(.milliseconds(min(length, Self.longestPause)))
            case .claim(let claim):
                guard try await send(claim, &work) else { return }
            }
        }
    }

    /// In milliseconds: so that a person who stops the sending needn't wait long.
    private static let longestPause = 1_000

    /// - Returns: whether to continue.
    private func send(_ claim: ClaimedDelivery, _ work: inout ConnectionWork) async throws -> Bool {
        let prepared: PreparedMessage
        do {
            prepared = try messages.prepare(claim)
        } catch is CampaignMessages.Unwritable {
            work.entry.exclusion = (claim, "the address can't be written into a message")
            try await flush(&work)
            return true
        }
        let mustWait = await backoff.pause > 0
        if work.connection == nil || mustWait {
            // Nothing may stay unwritten while the connection waits.
            try await flush(&work)
            guard try await open(&work) else { return false }
        }
        guard let connection = work.connection else { return false }
        work.entry.flight = (claim, prepared.messageID)
        work.entry.limits = limits(claim.lane)
        let permission = try await writer.write(work.entry)
        work.entry = LedgerWriter.Entry()
        switch permission {
        case .granted: break
        case .later(let length):
            await queue.delay(claim, by: length)
            return true
        case .lost, .excluded: return true
        case .stopped, nil:
            await queue.close()
            return false
        }
        let outcome = await connection.deliver(prepared.message)
        await settle(claim, outcome, &work)
        return true
    }

    private func settle(_ claim: ClaimedDelivery, _ outcome: DeliveryOutcome, _ work: inout ConnectionWork) async {
        switch outcome {
        case .accepted(let reply):
            work.entry.settlement = Settlement(
                claim, .accepted, note: Self.note(reply), queueID: DeliveryVerdict.queueID(reply))
            _ = await backoff.addAnswer(isTemporary: false, address: claim.address)
        case .refused(let reply):
            work.entry = Self.entry(for: claim, refused: reply)
            let isTemporary = work.entry.settlement?.state == .planned
            if let pause = await backoff.addAnswer(isTemporary: isTemporary, address: claim.address) {
                work.entry.domainPause = (DeliveryBackoff.domain(of: claim.address), pause.refusals, pause.length)
            }
        case .notSent(let reply?, let reason) where reply.isPermanent:
            // Refused before its end, such as for its size: trying again on each new connection would never stop.
            work.entry = Self.entry(for: claim, refused: reply)
            await backoff.addFault()
            await lose(&work, reason)
        case .notSent(let reply, let reason):
            await settleLoss(claim, .planned, reply.map(Self.note) ?? reason, &work)
            await lose(&work, reason)
        case .uncertain(let reason):
            await settleLoss(claim, .uncertain, reason, &work)
            await lose(&work, reason)
        }
        count()
    }

    /// A lost connection doesn't count against a reader, unless it is always lost with the same message.
    private func settleLoss(
        _ claim: ClaimedDelivery, _ state: DeliveryState, _ note: String, _ work: inout ConnectionWork
    ) async {
        let counts = await backoff.addLoss(subscriber: claim.subscriber)
        work.entry.settlement = Settlement(
            claim, state, note: note, delay: counts ? RetrySchedule.pause(after: claim.attempts + 1) : 0,
            countsAsAttempt: counts)
    }

    private static func entry(for claim: ClaimedDelivery, refused reply: MailReply) -> LedgerWriter.Entry {
        var entry = LedgerWriter.Entry()
        switch DeliveryVerdict(reply) {
        case .failed(let suppresses):
            entry.settlement = Settlement(claim, .failed, note: note(reply))
            entry.suppresses = suppresses
        case .later:
            entry.settlement = Settlement(
                claim, .planned, note: note(reply), delay: RetrySchedule.pause(after: claim.attempts + 1))
        case .pause where claim.attempts >= 2:
            // A person has continued twice: the refusal is about this reader.
            entry.settlement = Settlement(claim, .failed, note: note(reply))
        case .pause(let reason):
            entry.settlement = Settlement(claim, .planned, note: note(reply))
            entry.pause = reason
        }
        return entry
    }

    private static func note(_ reply: MailReply) -> String {
        "\(reply.code)\(reply.enhanced.map { " \($0)" } ?? "") \(reply.text.prefix(200))"
    }

    // MARK: Connections

    /// Ends the connection before a long pause, in milliseconds: the server would end it meanwhile, and the next message
    /// would be lost on it each time.
    private func leave(_ work: inout ConnectionWork, before pause: Int) async {
        guard pause > Self.longestIdle else { return }
        await work.connection?.close()
        work.connection = nil
    }

    /// In milliseconds.
    private static let longestIdle = 5_000

    private func lose(_ work: inout ConnectionWork, _ reason: String) async {
        await work.connection?.close()
        work.connection = nil
        report(reason)
    }

    /// Waits as long as the server wants, and opens a connection if there is none.
    ///
    /// - Returns: false if the sending is stopped.
    private func open(_ work: inout ConnectionWork) async throws -> Bool {
        while !control.isStopped {
            let pause = await backoff.pause
            if pause > 0 {
                await leave(&work, before: pause)
                await clock.sleep(.milliseconds(min(pause, Self.longestPause)))
                continue
            }
            if work.connection != nil { return true }
            do throws(DeliveryFault) {
                work.connection = try await delivery.open()
                return true
            } catch {
                if error.kind == .permanent {
                    work.entry.pause = "the mail server can't be used: \(error.reason)"
                    try await flush(&work)
                    await queue.close()
                    return false
                }
                await backoff.addFault()
                report(error.reason)
            }
        }
        return false
    }

    private func flush(_ work: inout ConnectionWork) async throws {
        let entry = work.entry
        guard entry.settlement != nil || entry.exclusion != nil || entry.pause != nil else { return }
        _ = try await writer.write(entry)
        work.entry = LedgerWriter.Entry()
    }
}

/// When to try again what a server refused for now.
enum RetrySchedule {
    /// Seconds to wait after an attempt, the first being 1: half an hour, doubled each time, at most eight hours.
    static func pause(after attempt: Int) -> Int { 1_800 << min(max(0, attempt - 1), 4) }
}
