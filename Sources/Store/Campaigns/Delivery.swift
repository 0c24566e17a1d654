/// The delivery of a campaign's message to one subscriber. Times are in seconds since 1970, by the ledger's clock.
package struct Delivery: Hashable, Sendable {
    package var subscriber: Int
    package var state: DeliveryState
    /// The receiving domain if its speed is limited; otherwise empty.
    package var lane: String
    /// When it may be sent.
    package var due: Int
    /// How often the message was handed to a server, or the attempt began.
    package var attempts: Int
    /// Grows with every claim, so that a sender notices that another one has claimed the row since.
    package var epoch: Int
    /// The number of the sender that has claimed it.
    package var sender: Int?
    package var leaseEnd: Int?
    package var firstAttempt: Int?
    package var lastAttempt: Int?
    /// Without brackets; known from the first attempt.
    package var messageID: String?
    /// The name that the mail server gave to the message.
    package var queueID: String?
    /// What the server said last, or why nothing is sent.
    package var note: String?
    /// Whether it was ever uncertain: such rows stay listed.
    package var wasUncertain: Bool

    init(_ row: StoreRow) throws {
        subscriber = try row.integer(0)
        guard let state = DeliveryState(rawValue: try row.text(1)) else {
            throw StoreError(.damaged(detail: "a delivery has an unknown state"))
        }
        self.state = state
        lane = try row.text(2)
        due = try row.integer(3)
        attempts = try row.integer(4)
        epoch = try row.integer(5)
        sender = try row.optionalInteger(6)
        leaseEnd = try row.optionalInteger(7)
        firstAttempt = try row.optionalInteger(8)
        lastAttempt = try row.optionalInteger(9)
        messageID = try row.optionalText(10)
        queueID = try row.optionalText(11)
        note = try row.optionalText(12)
        wasUncertain = try row.integer(13) == 1
    }
}
