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

    package init(prepare: @escaping @Sendable (_ claim: ClaimedDelivery) throws -> PreparedMessage) {
        self.prepare = prepare
    }

    /// The error for a recipient whose address can't be written into a message.
    package struct Unwritable: Error {}
}
