package import Send
package import Store

/// A message for one recipient, made before the delivery is marked, so that little time passes in between.
package struct PreparedMessage: Sendable {
    package var message: OutgoingMessage
    /// Without brackets.
    package var messageID: String

    package init(message: OutgoingMessage, messageID: String) {
        self.message = message
        self.messageID = messageID
    }
}

/// Makes the messages of a campaign.
package struct CampaignMessages: Sendable {
    /// - Throws: ``Unwritable``; whatever keeps every message from being made.
    package var prepare: @Sendable (_ claim: ClaimedDelivery) throws -> PreparedMessage
    /// The identifier of the message for a subscriber, without brackets, for deliveries that don't have it.
    package var identify: @Sendable (_ subscriber: Int) -> String

    package init(
        prepare: @escaping @Sendable (_ claim: ClaimedDelivery) throws -> PreparedMessage,
        identify: @escaping @Sendable (_ subscriber: Int) -> String
    ) {
        self.prepare = prepare
        self.identify = identify
    }

    /// The error for a recipient whose address can't be written into a message.
    package struct Unwritable: Error {}
}
