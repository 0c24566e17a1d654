internal import Context
internal import Send
internal import Store

/// Writes the changes of all connections: those that wait while one transaction is being committed share the next.
///
/// So eight connections need one synchronisation of the disk for eight messages, and not sixteen.
actor LedgerWriter {
    /// What a connection writes between two messages.
    struct Entry: Sendable {
        /// What became of the message before.
        var settlement: Settlement?
        /// Whether the address of that message doesn't exist.
        var suppresses = false
        /// Why nobody should be sent anything.
        var pause: String?
        /// The pause of the receiving domain that refused the message before.
        ///
        /// - Parameters:
        ///   - refusals: how many in a row.
        ///   - length: in seconds.
        var domainPause: (domain: String, refusals: Int, length: Int)?
        /// The message to send next, with its identifier.
        var flight: (claim: ClaimedDelivery, messageID: String)?
        var limits: [RateLimit] = []
        /// What isn't sent at all, and why.
        var exclusion: (claim: ClaimedDelivery, note: String)?
    }

    private let store: any StoreBackend
    private let clock: LedgerClock
    private let cryptography: Cryptography
    private let record: SequenceRecord
    private let campaign: Int
    private var waiting: [(entry: Entry, continuation: CheckedContinuation<FlightPermission?, any Error>)] = []
    private var isCommitting = false

    init(
        _ store: any StoreBackend, clock: LedgerClock, cryptography: Cryptography, record: SequenceRecord, campaign: Int
    ) {
        self.store = store
        self.clock = clock
        self.cryptography = cryptography
        self.record = record
        self.campaign = campaign
    }

    /// Returns when the entry is durable.
    ///
    /// - Returns: whether the next message may be sent; nil if the entry has none.
    /// - Throws: ``StoreError``, ``FileError``; then nothing of the entry is certain.
    func write(_ entry: Entry) async throws -> FlightPermission? {
        try await withCheckedThrowingContinuation { continuation in
            waiting.append((entry, continuation))
            guard !isCommitting else { return }
            isCommitting = true
            Task { await commitAll() }
        }
    }

    /// Runs some other work on the ledger.
    func change<Result: Sendable>(_ work: @Sendable (inout Campaigns) throws -> Result) async throws -> Result {
        let (result, sequence) = try await store.changeLedger(clock, work)
        try record.write(sequence)
        return result
    }

    func counts(_ campaign: Int) async throws -> DeliveryCounts {
        try await store.readCampaigns(now: 0) { try $0.counts(campaign) }
    }

    private func commitAll() async {
        while !waiting.isEmpty {
            let batch = waiting
            waiting = []
            do {
                let permissions = try await commit(batch.map(\.entry))
                for (waiter, permission) in zip(batch, permissions) {
                    waiter.continuation.resume(returning: permission)
                }
            } catch {
                for waiter in batch { waiter.continuation.resume(throwing: error) }
            }
        }
        isCommitting = false
    }

    private func commit(_ entries: [Entry]) async throws -> [FlightPermission?] {
        let (campaign, cryptography) = (campaign, cryptography)
        return try await change { campaigns in
            for entry in entries {
                if let settlement = entry.settlement {
                    try campaigns.settle(settlement)
                    if entry.suppresses { try campaigns.suppress(settlement.claim.subscriber, cryptography) }
                }
                if let exclusion = entry.exclusion {
                    try campaigns.exclude(campaign, exclusion.claim.subscriber, note: exclusion.note)
                }
                if let reason = entry.pause { try campaigns.pause(campaign, reason: reason) }
                if let pause = entry.domainPause {
                    try campaigns.pause(
                        DomainPause(
                            domain: pause.domain, refusals: pause.refusals, end: campaigns.now + pause.length))
                }
            }
            if entries.contains(where: { $0.settlement?.state == .failed }) {
                _ = try campaigns.pauseIfFailing(campaign)
            }
            return try entries.map { entry in
                try entry.flight.map {
                    try campaigns.permitFlight($0.claim, messageID: $0.messageID, limits: entry.limits)
                }
            }
        }
    }
}
