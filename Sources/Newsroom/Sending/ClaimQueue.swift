internal import Context
internal import Store

/// The claimed deliveries that wait for a connection. All connections of a sender share it.
actor ClaimQueue {
    enum Next: Sendable {
        case claim(ClaimedDelivery)
        /// Limits allow nothing now; in milliseconds.
        case pause(Int)
        /// Nothing is due.
        case none
    }

    private let campaign: Int
    private let sender: Int
    /// The domains with a limit.
    private let lanes: [String]
    /// Whether there is a limit for all domains together.
    private let isLimited: Bool
    private let writer: LedgerWriter
    private let backoff: DeliveryBackoff
    private let time: SteadyTime
    private var ready: ArraySlice<ClaimedDelivery> = []
    private var delayed: [(time: Int, claim: ClaimedDelivery)] = []
    private var claiming: Task<Void, any Error>?
    private var isClosed = false

    /// How many are claimed at once, and how many in each lane: few, because they wait in memory.
    private static let (batch, limitedBatch, laneBatch) = (100, 16, 4)

    init(
        campaign: Int, sender: Int, lanes: [String], isLimited: Bool, writer: LedgerWriter, backoff: DeliveryBackoff,
        clock: Clock
    ) {
        self.campaign = campaign
        self.sender = sender
        self.lanes = lanes
        self.isLimited = isLimited
        self.writer = writer
        self.backoff = backoff
        time = SteadyTime(clock)
    }

    /// - Throws: ``StoreError``.
    func next() async throws -> Next {
        var hasAsked = false
        while !isClosed {
            if let position = delayed.firstIndex(where: { $0.time <= now }) {
                return .claim(delayed.remove(at: position).claim)
            }
            if let claim = ready.popFirst() { return .claim(claim) }
            guard !hasAsked else {
                return delayed.map(\.time).min().map { .pause(max(1, $0 - now)) } ?? .none
            }
            try await refill()
            hasAsked = ready.isEmpty
        }
        return .none
    }

    /// Takes a delivery back that a limit allows later.
    ///
    /// - Parameter pause: in milliseconds.
    func delay(_ claim: ClaimedDelivery, by pause: Int) { delayed.append((now + pause, claim)) }

    /// Ends the work of all connections after the messages that they are sending.
    func close() { isClosed = true }

    private var now: Int { time.milliseconds }

    private func refill() async throws {
        // Another connection may have asked first; both use the answer.
        let task = claiming ?? Task { try await self.claim() }
        claiming = task
        defer { claiming = nil }
        try await task.value
    }

    private func claim() async throws {
        let (campaign, sender, paused) = (campaign, sender, await backoff.pausedDomains)
        let held = Dictionary(grouping: delayed, by: \.claim.lane).mapValues(\.count)
        // What a limit delays stays in memory until its turn.
        let portions = ([("", isLimited ? Self.limitedBatch : Self.batch)] + lanes.map { ($0, Self.laneBatch) })
            .map { ($0.0, $0.1 - (held[$0.0] ?? 0)) }.filter { $0.1 > 0 }
        ready += try await writer.change { campaigns in
            var claims: [ClaimedDelivery] = []
            for (lane, limit) in portions {
                for claim in try campaigns.claim(campaign, sender: sender, lane: lane, limit: limit) {
                    if let pause = paused[DeliveryBackoff.domain(of: claim.address)] {
                        try campaigns.giveBack(claim, due: campaigns.now + pause)
                    } else {
                        claims.append(claim)
                    }
                }
            }
            try campaigns.noteAlive(sender: sender)
            return claims
        }
    }
}
