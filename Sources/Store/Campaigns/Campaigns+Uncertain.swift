extension Campaigns {
    /// Cleans up after a sender that ended: what it had claimed is planned again, and what it was sending is uncertain.
    ///
    /// - Parameter isAlone: whether no other sender can be running, so that no lease needs to end first.
    /// - Returns: how many deliveries are uncertain because of it.
    package mutating func recover(_ campaign: Int, isAlone: Bool) throws -> Int {
        let time = isAlone ? Int(Int32.max) * 1000 : now
        try release(campaign, until: time)
        let lost = try connection.rows(.lostDeliveries, [.integer(campaign), .integer(time)]).map(Delivery.init)
        for delivery in lost {
            try end(delivery, of: campaign, as: .uncertain, note: "the program ended while the message was being sent")
        }
        return lost.count
    }

    /// All uncertain deliveries.
    package func uncertain(_ campaign: Int) throws -> [Delivery] {
        try connection.rows(.uncertainDeliveries, [.integer(campaign)]).map(Delivery.init)
    }

    /// The uncertain deliveries that a log or the policy hasn't decided on yet.
    package func undecided(_ campaign: Campaign) throws -> [Delivery] {
        try uncertain(campaign.number).filter { delivery in
            guard delivery.wasUncertain else { return true }
            return try repeats(campaign) && listings(campaign.number, delivery.subscriber) <= Self.repeats
        }
    }

    /// Deliveries that were declared uncertain for good, including those that were repeated.
    package func listed(_ campaign: Int, limit: Int) throws -> [Delivery] {
        try connection.rows(.listedDeliveries, [.integer(campaign), .integer(limit)]).map(Delivery.init)
    }

    /// How often a reader is sent the same message again although it may have arrived, if the policy is to repeat.
    package static let repeats = 1

    private func repeats(_ campaign: Campaign) -> Bool {
        campaign.uncertainty == .repeat && campaign.state != .cancelled
    }

    private func listings(_ campaign: Int, _ subscriber: Int) throws -> Int {
        try connection.row(.listing, [.integer(campaign), .integer(subscriber)])?.integer(0) ?? 0
    }

    /// Decides on an uncertain delivery, because somebody knows what became of the message.
    ///
    /// - Parameter state: `accepted`, or `planned` if the message certainly wasn't accepted; in a cancelled campaign, that
    ///   excludes it.
    package mutating func resolve(
        _ campaign: Int, _ subscriber: Int, as state: DeliveryState, queueID: String? = nil
    ) throws {
        guard let delivery = try delivery(campaign, subscriber), delivery.state == .uncertain else { return }
        let (end, note) = state == .planned ? try unsent(delivery, campaign) : (state, nil)
        try resolve(delivery, campaign, as: end, queueID: queueID, note: note, isListed: delivery.wasUncertain)
    }

    /// What becomes of a delivery whose message certainly wasn't accepted.
    private func unsent(_ delivery: Delivery, _ campaign: Int) throws -> (state: DeliveryState, note: String?) {
        if try self.campaign(campaign)?.state == .cancelled { return (.excluded, Self.cancellation) }
        // Only a loss that counts as an attempt delays the next one.
        if let first = delivery.firstAttempt, delivery.due > now, now - first >= Self.patience {
            return (.failed, delivery.note)
        }
        return (.planned, nil)
    }

    /// Lists an uncertain delivery about which nobody knows anything. Leaves it to a person, or plans it again if the
    /// campaign's policy says so, ``repeats`` times at most.
    package mutating func list(_ delivery: Delivery, of campaign: Campaign, note: String) throws {
        let times = try listings(campaign.number, delivery.subscriber) + 1
        let isRepeated = repeats(campaign) && times <= Self.repeats
        try connection.execute(
            .setListing,
            [
                .integer(campaign.number), .integer(delivery.subscriber),
                .integer(isRepeated ? times : Self.repeats + 1),
            ])
        let state: DeliveryState = isRepeated ? .planned : .uncertain
        try resolve(delivery, campaign.number, as: state, queueID: nil, note: note, isListed: true)
    }

    /// Declares everything uncertain that hasn't ended: after a restored backup, nobody knows what was sent since.
    package mutating func doubt(_ campaign: Int) throws {
        for state in [DeliveryState.planned, .claimed, .inFlight] {
            try moveAll(campaign, from: state, to: .uncertain, note: "a backup was restored")
        }
    }

    private mutating func resolve(
        _ delivery: Delivery, _ campaign: Int, as state: DeliveryState, queueID: String?, note: String?, isListed: Bool
    ) throws {
        let changed = try connection.execute(
            .resolveDelivery,
            [
                .text(state.rawValue), .optional(queueID), .optional(note), .integer(isListed ? 1 : 0),
                .integer(campaign), .integer(delivery.subscriber),
            ])
        count(campaign, from: .uncertain, to: state, changed)
    }
}
