internal import Context
internal import Store

/// Finds out what became of the messages that were being sent when a connection or a program ended.
struct Reconciliation: Sendable {
    let writer: LedgerWriter
    /// Nil if the mail server can't be queried.
    let log: MailServerLog?
    let clock: Clock
    /// The Message-ID for a subscriber, where the delivery doesn't have it.
    let identify: @Sendable (_ subscriber: Int) -> String

    /// How long to wait for the server to notice that a client is gone, in seconds: it notices at once, unless the other
    /// machine is gone, too.
    static let patience = 4
    /// After this time, in seconds, the server has ended every connection (postconf(5), `smtpd_timeout`).
    private static let longestConnection = 330
    /// In milliseconds.
    private static let rhythm = 100
    /// How often the log must say nothing about a message before it wasn't accepted: processes write it in no fixed
    /// order.
    private static let leastLooks = 3

    /// Decides on all uncertain deliveries of a campaign that aren't listed yet. No connection of this sender may be open.
    ///
    /// - Returns: how many can only be decided later.
    func run(_ campaign: Int) async throws -> Int {
        let time = SteadyTime(clock)
        let deadline = time.milliseconds + Self.patience * 1000
        var reader = log.map(MailServerLogReader.init)
        var looks = 0
        while true {
            let uncertain = try await writer.change { campaigns in
                try campaigns.campaign(campaign).map { try campaigns.undecided($0) } ?? []
            }
            guard !uncertain.isEmpty else { return 0 }
            looks += 1
            let open = try await decide(uncertain, campaign, &reader, isFinal: looks > Self.leastLooks)
            // The first look at a large log takes long; the others only read what is new.
            guard open > 0, looks <= Self.leastLooks || time.milliseconds < deadline else { return open }
            await clock.sleep(.milliseconds(Self.rhythm))
        }
    }

    /// - Returns: how many deliveries are still open, because the server may yet accept them.
    private func decide(
        _ uncertain: [Delivery], _ campaign: Int, _ reader: inout MailServerLogReader?, isFinal: Bool
    ) async throws -> Int {
        let identifiers = uncertain.map { $0.messageID ?? identify($0.subscriber) }
        let answer = reader?.answer(about: Set(identifiers), now: clock.seconds)
        return try await writer.change { campaigns in
            guard let known = try campaigns.campaign(campaign) else { return 0 }
            var open = 0
            for (delivery, identifier) in zip(uncertain, identifiers) {
                // After a restored backup, the store doesn't know when it was sent.
                let attempt = delivery.lastAttempt ?? known.created
                if let name = answer?.accepted[identifier] {
                    try campaigns.resolve(campaign, delivery.subscriber, as: .accepted, queueID: name)
                    continue
                }
                // The ledger's clock is ahead of the log's after the system's clock was set back.
                let logTime = attempt - (campaigns.milliseconds - campaigns.wall) / 1000
                if let answer, answer.start <= logTime {
                    let isPending = answer.pending.contains(identifier)
                    // Who connected later can't be the one that sent it.
                    let mayCome = isPending || answer.hasClient(since: logTime)
                    if !isFinal || mayCome && campaigns.now - attempt < Self.longestConnection {
                        open += 1
                    } else if isPending {
                        // It has the message, and may still deliver it.
                        try campaigns.list(
                            delivery, of: known, note: "the mail server has received it, but not put it into its queue")
                    } else {
                        try campaigns.resolve(campaign, delivery.subscriber, as: .planned)
                    }
                } else {
                    try campaigns.list(delivery, of: known, note: delivery.note ?? "nobody knows whether it was sent")
                }
            }
            return open
        }
    }
}
