package import Context

/// What came of marking a delivery before its message is sent.
package enum FlightPermission: Hashable, Sendable {
    /// The message may be sent, and must be sent at once.
    case granted
    /// A limit allows it later, in milliseconds from now.
    case later(Int)
    /// The lease is over, or another sender has claimed it: it must not be sent.
    case lost
    /// The subscriber has left.
    case excluded
    /// The campaign was stopped.
    case stopped
}

/// What became of a message.
package struct Settlement: Hashable, Sendable {
    package var claim: ClaimedDelivery
    package var state: DeliveryState
    /// What the server said.
    package var note: String?
    package var queueID: String?
    /// For `planned`, how long to wait, in seconds.
    package var delay: Int
    /// Whether the server judged this recipient: a lost connection doesn't count against anybody.
    package var countsAsAttempt: Bool

    package init(
        _ claim: ClaimedDelivery, _ state: DeliveryState, note: String? = nil, queueID: String? = nil, delay: Int = 0,
        countsAsAttempt: Bool = true
    ) {
        self.claim = claim
        self.state = state
        self.note = note
        self.queueID = queueID
        self.delay = delay
        self.countsAsAttempt = countsAsAttempt
    }
}

extension Campaigns {
    /// How long a recipient is tried, in seconds: four days.
    package static let patience = 345_600

    /// Marks a claimed delivery as in flight, if nothing has happened since that forbids it.
    ///
    /// - Parameter messageID: without brackets, for a later look into the server's log.
    package mutating func permitFlight(_ claim: ClaimedDelivery, messageID: String, limits: [RateLimit]) throws
        -> FlightPermission
    {
        let next = try nextMessage(limits)
        guard next <= milliseconds * 1000 else { return .later((next + 999) / 1000 - milliseconds) }
        let changed = try connection.execute(
            .markInFlight,
            [
                .text(messageID), .integer(now), .integer(now + Self.flight), .integer(claim.campaign),
                .integer(claim.subscriber), .integer(claim.sender), .integer(claim.epoch),
            ])
        if changed > 0 {
            count(claim.campaign, from: .claimed, to: .inFlight)
            try take(limits)
            return .granted
        }
        guard let delivery = try delivery(claim.campaign, claim.subscriber), delivery.state == .claimed,
            delivery.epoch == claim.epoch, delivery.sender == claim.sender, (delivery.leaseEnd ?? 0) > now
        else { return .lost }
        guard try campaign(claim.campaign)?.state == .running else {
            try giveBack(claim, due: 0)
            return .stopped
        }
        try end(delivery, of: claim.campaign, as: .excluded, note: "no longer subscribed")
        return .excluded
    }

    /// Records what became of a message. If a bounce has arrived since, or the delivery was declared uncertain, what is
    /// recorded stays.
    package mutating func settle(_ settlement: Settlement) throws {
        let claim = settlement.claim
        // Given up after so many days.
        let isOver =
            settlement.state == .planned && settlement.countsAsAttempt
            && now - (claim.firstAttempt ?? now) >= Self.patience
        // What wasn't sent when a campaign is cancelled is excluded, as everything that was planned then.
        let isCancelled = try settlement.state == .planned && campaign(claim.campaign)?.state == .cancelled
        let state: DeliveryState = isCancelled ? .excluded : isOver ? .failed : settlement.state
        let note = isCancelled ? Self.cancellation : settlement.note
        let changed = try connection.execute(
            .settleDelivery,
            [
                .text(state.rawValue), .optional(note), .optional(settlement.queueID),
                .integer(now + settlement.delay), .integer(settlement.countsAsAttempt ? 1 : 0),
                settlement.countsAsAttempt ? .integer(now) : .null, .integer(claim.campaign),
                .integer(claim.subscriber), .integer(claim.epoch),
            ])
        if changed > 0 {
            count(claim.campaign, from: .inFlight, to: state)
        } else if state == .accepted {
            // A server's word counts, even if it arrives after the delivery was given up for uncertain.
            try resolve(claim.campaign, claim.subscriber, as: .accepted, queueID: settlement.queueID)
        }
    }

    /// Puts a subscriber on the suppression list, because the address doesn't exist.
    package func suppress(_ subscriber: Int, _ cryptography: Cryptography) throws {
        try Subscribers(connection, cryptography, now: wall / 1000).end(id: subscriber, as: .bounced)
    }
}
