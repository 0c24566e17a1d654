/// What comes back after a message was sent: bounces and complaints.
extension Campaigns {
    /// What a bounce or a complaint changed.
    package enum Marking: Hashable, Sendable {
        case marked
        /// The delivery has ended in this state, in which it stays.
        case unchanged(DeliveryState)
        /// There is no such delivery; for example, the message was a confirmation.
        case unknown
    }

    /// Records that a message was returned for good. May be repeated.
    ///
    /// - Parameters:
    ///   - campaign: the number in the envelope's token, which is verified.
    ///   - note: what the report says, without the address.
    package mutating func markBounced(campaign: Int, subscriber: Int, note: String) throws -> Marking {
        try mark(.bounced, campaign, subscriber, note)
    }

    /// Records that a message was reported as spam. May be repeated.
    package mutating func markComplained(campaign: Int, subscriber: Int, note: String) throws -> Marking {
        try mark(.complained, campaign, subscriber, note)
    }

    private mutating func mark(_ state: DeliveryState, _ campaign: Int, _ subscriber: Int, _ note: String) throws
        -> Marking
    {
        guard let delivery = try delivery(campaign, subscriber) else { return .unknown }
        guard delivery.state.successors.contains(state) else { return .unchanged(delivery.state) }
        try end(delivery, of: campaign, as: state, note: note)
        return .marked
    }

    /// Moves a delivery to another state, in which nobody has claimed it.
    mutating func end(_ delivery: Delivery, of campaign: Int, as state: DeliveryState, note: String?) throws {
        let changed = try connection.execute(
            .endDelivery,
            [
                .text(state.rawValue), .optional(note), .integer(campaign), .integer(delivery.subscriber),
                .text(delivery.state.rawValue),
            ])
        if changed > 0 { count(campaign, from: delivery.state, to: state) }
    }
}
