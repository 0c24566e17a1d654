package import Context
package import Send
package import Store

/// Sends a campaign, until nothing is left to send or somebody stops it.
package struct CampaignSender: Sendable {
    /// How the sending ended.
    package enum Resolution: Hashable, Sendable {
        case finished(DeliveryCounts)
        case paused(reason: String)
        case cancelled
        /// A person stopped it; the campaign continues when it is sent again.
        case stopped
    }

    /// What a sender needs.
    package struct Setup: Sendable {
        package var store: any StoreBackend
        package var ledgerClock: LedgerClock
        package var clock: Clock
        package var cryptography: Cryptography
        package var record: SequenceRecord
        package var delivery: MailDelivery
        package var connections: Int
        package var messages: CampaignMessages
        /// For everything, and for single domains.
        package var limit: RateLimit?
        package var domainLimits: [RateLimit]
        package var log: MailServerLog?
        package var host: String
        package var process: Int
        /// Whether no other sender can use the store.
        package var isAlone: Bool

        package init(
            store: any StoreBackend, ledgerClock: LedgerClock, clock: Clock, cryptography: Cryptography,
            record: SequenceRecord, delivery: MailDelivery, connections: Int, messages: CampaignMessages,
            limit: RateLimit? = nil, domainLimits: [RateLimit] = [], log: MailServerLog? = nil, host: String,
            process: Int, isAlone: Bool = true
        ) {
            self.store = store
            self.ledgerClock = ledgerClock
            self.clock = clock
            self.cryptography = cryptography
            self.record = record
            self.delivery = delivery
            self.connections = connections
            self.messages = messages
            self.limit = limit
            self.domainLimits = domainLimits
            self.log = log
            self.host = host
            self.process = process
            self.isAlone = isAlone
        }
    }

    private let setup: Setup
    private let campaign: Int
    private let control: SendingControl
    private let report: @Sendable (String) -> Void
    private let progress: @Sendable (DeliveryCounts) -> Void

    /// - Parameters:
    ///   - report: receives what a person should know, without addresses.
    ///   - progress: receives the counts several times a second while messages are sent.
    package init(
        _ setup: Setup, campaign: Int, control: SendingControl, report: @escaping @Sendable (String) -> Void = { _ in },
        progress: @escaping @Sendable (DeliveryCounts) -> Void = { _ in }
    ) {
        self.setup = setup
        self.campaign = campaign
        self.control = control
        self.report = report
        self.progress = progress
    }

    /// - Throws: ``StoreError``, ``FileError``, ``Campaigns/StateFault``; what keeps messages from being made.
    package func run() async throws -> Resolution {
        let writer = LedgerWriter(
            setup.store, clock: setup.ledgerClock, cryptography: setup.cryptography, record: setup.record,
            campaign: campaign)
        let sender = try await writer.change { [setup, campaign] campaigns in
            try campaigns.setLanes(campaign, domains: setup.domainLimits.map(\.name))
            return try campaigns.addSender(host: setup.host, process: setup.process, isAlone: setup.isAlone)
        }
        do {
            let ending = try await rounds(writer, sender)
            try await end(writer, sender)
            return ending
        } catch {
            // The store may be full or gone; what is claimed is planned again when its lease is over.
            try? await end(writer, sender)
            throw error
        }
    }

    private func end(_ writer: LedgerWriter, _ sender: Int) async throws {
        try await writer.change { [campaign] campaigns in
            try campaigns.release(campaign, sender: sender)
            try campaigns.endSender(sender)
        }
    }

    // MARK: Rounds

    /// Sends what is due, settles what is uncertain, and waits for what is due later.
    private func rounds(_ writer: LedgerWriter, _ sender: Int) async throws -> Resolution {
        let (campaign, setup) = (campaign, setup)
        let reconciliation = Reconciliation(
            writer: writer, log: setup.log, clock: setup.clock, identify: setup.messages.identify)
        let backoff = DeliveryBackoff(clock: setup.clock)
        let (pauses, now) = try await writer.change { campaigns in
            _ = try campaigns.recover(campaign, isAlone: setup.isAlone)
            return (try campaigns.domainPauses(), campaigns.now)
        }
        await backoff.restore(pauses, ledgerTime: now)
        var undecided = try await reconciliation.run(campaign)
        while true {
            let wait: Int?
            switch try await start(writer) {
            case .ended(.cancelled) where undecided > 0 && !control.isStopped:
                // Nobody else decides on what a cancelled campaign was sending.
                await pause(Self.shortestPause)
                undecided = try await reconciliation.run(campaign)
                continue
            case .ended(let ending): return ending
            case .waits(let seconds): wait = seconds
            case .runs: wait = nil
            }
            if wait == nil {
                try await sendAll(writer, sender, backoff)
                try await writer.change { campaigns in
                    try campaigns.release(campaign, sender: sender)
                    if !setup.isAlone { _ = try campaigns.recover(campaign, isAlone: false) }
                }
                undecided = try await reconciliation.run(campaign)
            }
            let isUndecided = undecided > 0
            let result = try await writer.change { campaigns -> (DeliveryCounts?, Int?) in
                if !isUndecided, let counts = try campaigns.finish(campaign) { return (counts, nil) }
                let due = try campaigns.nextDue(campaign, lanes: [""] + setup.domainLimits.map(\.name))
                return (nil, due.map { $0 - campaigns.now })
            }
            if let counts = result.0 { return .finished(counts) }
            if control.isStopped { return .stopped }
            await pause(min(max(wait ?? 0, result.1 ?? Self.shortestPause), Self.longestPause))
        }
    }

    /// In seconds: how long to wait for what another sender or the mail server decides, and how soon a pause or an end by
    /// another program is noticed while nothing is due.
    private static let (shortestPause, longestPause) = (5, 120)

    private func pause(_ seconds: Int) async {
        var left = seconds
        while left > 0, !control.isStopped {
            await setup.clock.sleep(.seconds(1))
            left -= 1
        }
    }

    /// What a round begins with.
    private enum Start: Sendable {
        case ended(Resolution)
        /// In seconds.
        case waits(Int)
        case runs
    }

    /// Lets the campaign begin or continue. Its state is read in the transaction that changes it, because other programs
    /// pause and cancel campaigns.
    private func start(_ writer: LedgerWriter) async throws -> Start {
        let isStopped = control.isStopped
        return try await writer.change { [campaign, setup] campaigns in
            guard let known = try campaigns.campaign(campaign) else {
                throw Campaigns.StateFault(campaign: campaign, state: nil)
            }
            switch known.state {
            case .paused: return .ended(.paused(reason: known.pauseReason ?? ""))
            case .cancelled: return .ended(.cancelled)
            case .finished: return .ended(.finished(try campaigns.counts(campaign)))
            case .approved, .running: break
            }
            if isStopped { return .ended(.stopped) }
            try campaigns.endLanes(campaign, except: setup.domainLimits.map(\.name))
            return try campaigns.startIfDue(campaign).map(Start.waits) ?? .runs
        }
    }

    private func sendAll(_ writer: LedgerWriter, _ sender: Int, _ backoff: DeliveryBackoff) async throws {
        let queue = ClaimQueue(
            campaign: campaign, sender: sender, lanes: setup.domainLimits.map(\.name), isLimited: setup.limit != nil,
            writer: writer, backoff: backoff, clock: setup.clock)
        let (limit, domainLimits) = (setup.limit, setup.domainLimits)
        let campaign = campaign
        let ticker = ProgressTicker(
            clock: setup.clock, counts: { try await writer.counts(campaign) }, show: progress)
        let loop = DeliveryLoop(
            queue: queue, writer: writer, backoff: backoff, delivery: setup.delivery, messages: setup.messages,
            limits: { lane in
                (limit.map { [$0] } ?? []) + (lane.isEmpty ? [] : domainLimits.filter { $0.name == lane })
            }, clock: setup.clock, control: control, report: report, count: { ticker.count() })
        let fault = await withThrowingTaskGroup(of: Void.self) { group -> (any Error)? in
            for _ in 0..<setup.connections { group.addTask { try await loop.run() } }
            // All connections end by themselves, even after a fault of one of them, so that each records its message.
            var fault: (any Error)?
            while let result = await group.nextResult() {
                if case .failure(let error) = result { fault = fault ?? error }
            }
            return fault
        }
        await ticker.finish()
        if let fault { throw fault }
        await ticker.show()
    }
}
