extension Campaigns {
    /// What became of one message that was sent.
    package struct SentMessage: Hashable, Sendable {
        package var campaign: Int
        package var state: DeliveryState
        /// In seconds since 1970; nil if it isn't known.
        package var time: Int?
        package var note: String?
    }

    /// What became of the messages to a subscriber, the latest campaign first.
    ///
    /// - Parameters:
    ///   - campaign: later ones are left out.
    ///   - limit: how many at most.
    package func history(of subscriber: Int, until campaign: Int, limit: Int) throws -> [SentMessage] {
        let values: [StoreValue] = [.integer(subscriber), .integer(campaign), .integer(limit)]
        return try connection.rows(.deliveriesOfSubscriber, values).map { row in
            guard let state = DeliveryState(rawValue: try row.text(1)) else {
                throw StoreError(.damaged(detail: "a delivery has an unknown state"))
            }
            return SentMessage(
                campaign: try row.integer(0), state: state, time: try row.optionalInteger(2),
                note: try row.optionalText(3))
        }
    }

    /// The campaign and the subscriber of a message with this `Message-ID`; nil if there is none.
    ///
    /// - Parameter messageID: without brackets.
    package func delivery(ofMessage messageID: String) throws -> (campaign: Int, subscriber: Int)? {
        try connection.row(.deliveryOfMessage, [.text(messageID)]).map { (try $0.integer(0), try $0.integer(1)) }
    }
}
