/// A delivery that a sender has claimed.
package struct ClaimedDelivery: Hashable, Sendable {
    package var campaign: Int
    package var subscriber: Int
    package var address: String
    package var lane: String
    package var epoch: Int
    package var sender: Int
    /// How often it was tried before.
    package var attempts: Int
    /// In seconds since 1970; nil if it wasn't tried before.
    package var firstAttempt: Int?
}

extension Campaigns {
    /// How long a claim lasts, in seconds.
    package static let lease = 120
    /// How long a message may be in flight, in seconds: more than the times of RFC 5321, section 4.5.3.2.
    package static let flight = 1_800

    /// Claims deliveries that are due. Whoever has left since the approval is excluded.
    ///
    /// - Parameters:
    ///   - lane: a limited domain, or empty for all others.
    ///   - limit: how many at most.
    package mutating func claim(_ campaign: Int, sender: Int, lane: String, limit: Int) throws -> [ClaimedDelivery] {
        try release(campaign, until: now)
        let rows = try connection.rows(
            .plannedDeliveries, [.integer(campaign), .text(lane), .integer(now), .integer(limit)])
        var claimed: [ClaimedDelivery] = []
        for row in rows {
            let (subscriber, epoch) = (try row.integer(0), try row.integer(1))
            guard let address = try row.optionalText(4), try row.optionalText(5) == SubscriberState.active.rawValue
            else {
                try exclude(campaign, subscriber, note: "no longer subscribed")
                continue
            }
            let changed = try connection.execute(
                .claimDelivery,
                [
                    .integer(sender), .integer(now + Self.lease), .integer(campaign), .integer(subscriber),
                    .integer(epoch),
                ])
            guard changed > 0 else { continue }
            count(campaign, from: .planned, to: .claimed)
            claimed.append(
                ClaimedDelivery(
                    campaign: campaign, subscriber: subscriber, address: address, lane: lane, epoch: epoch + 1,
                    sender: sender, attempts: try row.integer(2), firstAttempt: try row.optionalInteger(3)))
        }
        return claimed
    }

    /// Plans again what senders have claimed whose leases ended at a time.
    package mutating func release(_ campaign: Int, until time: Int) throws {
        let released = try connection.execute(.releaseDeliveries, [.integer(campaign), .integer(time)])
        count(campaign, from: .claimed, to: .planned, released)
    }

    /// Plans again what a sender has claimed and doesn't send.
    package mutating func release(_ campaign: Int, sender: Int) throws {
        let released = try connection.execute(.releaseClaims, [.integer(campaign), .integer(sender)])
        count(campaign, from: .claimed, to: .planned, released)
    }

    /// Returns a claimed delivery, to be sent later.
    ///
    /// - Parameter due: in seconds since 1970.
    package mutating func giveBack(_ claim: ClaimedDelivery, due: Int) throws {
        let changed = try connection.execute(
            .returnDelivery,
            [.integer(due), .integer(claim.campaign), .integer(claim.subscriber), .integer(claim.epoch)])
        count(claim.campaign, from: .claimed, to: .planned, changed)
    }

    /// When the next delivery of some lanes is due, in seconds since 1970; nil if nothing is planned in them.
    package func nextDue(_ campaign: Int, lanes: [String]) throws -> Int? {
        try lanes.compactMap { lane in
            try connection.row(.nextDue, [.integer(campaign), .text(lane)])?.integer(0)
        }.min()
    }

    /// Sorts what is planned into a lane for each domain.
    package func setLanes(_ campaign: Int, domains: [String]) throws {
        let known = try endLanes(campaign, except: domains)
        for domain in domains where !known.contains(domain) {
            try connection.execute(.setLane, [.text(domain), .integer(campaign), .text("%@\(domain)")])
        }
    }

    /// Takes what is planned out of the lanes of domains that have no limit any more. Deliveries also come back into such
    /// a lane later: when a claim ends, or when it is certain that they weren't sent.
    ///
    /// - Returns: the lanes that there were.
    @discardableResult
    package func endLanes(_ campaign: Int, except domains: [String]) throws -> [String] {
        var (known, last): ([String], String) = ([], "")
        while let lane = try connection.row(.nextLane, [.integer(campaign), .text(last)])?.text(0) {
            known.append(lane)
            last = lane
        }
        for lane in known where !domains.contains(lane) {
            try connection.execute(.endLane, [.integer(campaign), .text(lane)])
        }
        return known
    }

    /// Excludes a delivery that isn't in flight.
    package mutating func exclude(_ campaign: Int, _ subscriber: Int, note: String) throws {
        guard let delivery = try delivery(campaign, subscriber), [.planned, .claimed].contains(delivery.state) else {
            return
        }
        try end(delivery, of: campaign, as: .excluded, note: note)
    }
}
