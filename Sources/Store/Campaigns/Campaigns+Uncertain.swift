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

    /// Deliveries that were declared uncertain for good, including those that were repeated.
    package func listed(_ campaign: Int, limit: Int) throws -> [Delivery] {
        try connection.rows(.listedDeliveries, [.integer(campaign), .integer(limit)]).map(Delivery.init)
    }

    /// Decides on an uncertain delivery, because somebody knows what became of the message.
    ///
    /// - Parameter state: `accepted`, or `planned` if the message certainly wasn't accepted.
    package mutating func resolve(
        _ campaign: Int, _ subscriber: Int, as state: DeliveryState, queueID: String? = nil
    ) throws {
        guard let delivery = try delivery(campaign, subscriber), delivery.state == .uncertain else { return }
        try resolve(delivery, campaign, as: state, queueID: queueID, note: nil, isListed: delivery.wasUncertain)
    }

    /// Lists an uncertain delivery about which nobody knows anything, and leaves it or plans it again, as the campaign's
    /// policy says.
    package mutating func list(_ delivery: Delivery, of campaign: Campaign, note: String) throws {
        let state: DeliveryState = campaign.uncertainty == .repeat ? .planned : .uncertain
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
