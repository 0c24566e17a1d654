/// Opens connections to the mail server that delivers a campaign.
package struct MailDelivery: Sendable {
    /// What a connection is called in the ledger and in messages: the server's name and port, or the folder of the
    /// transport `file`. Without a password.
    package var destination: String
    /// Opens one connection, with TLS and authentication where the settings ask for them.
    package var open: @Sendable () async throws(DeliveryFault) -> any MailConnection

    package init(
        destination: String, open: @escaping @Sendable () async throws(DeliveryFault) -> any MailConnection
    ) {
        self.destination = destination
        self.open = open
    }
}

/// A connection that hands over one message after the other. Only one task uses it.
package protocol MailConnection: Sendable {
    /// Hands over one message and waits for the server's reply to it, for at most the times of RFC 5321,
    /// section 4.5.3.2. The caller has already written durably that the message is in flight.
    func deliver(_ message: OutgoingMessage) async -> DeliveryOutcome

    /// Ends the session politely where that is possible. Never throws: nothing depends on it.
    func close() async
}

/// What became of one message.
package enum DeliveryOutcome: Hashable, Sendable {
    /// The server is responsible for the message now. The text of its reply usually has the queue's id.
    case accepted(MailReply)
    /// The server refused this message or this recipient, and the connection can be used again.
    case refused(MailReply)
    /// The connection can't be used any more, and the server certainly hasn't accepted the message: it is still to be
    /// sent. The reply is there if the server said why, for example with 421.
    case notSent(MailReply?, reason: String)
    /// The connection was lost after the message and before the reply: the server may have accepted it.
    case uncertain(reason: String)
}

/// A reply of a mail server (RFC 5321, section 4.2; RFC 3463 for the enhanced code).
package struct MailReply: Hashable, Sendable {
    /// Such as 250, or 451.
    package var code: Int
    /// Such as `5.1.1`; nil if the server sent none.
    package var enhanced: String?
    /// The lines' text without codes, joined by blanks, with control characters replaced.
    package var text: String

    package init(code: Int, enhanced: String?, text: String) {
        self.code = code
        self.enhanced = enhanced
        self.text = text
    }

    package var isPermanent: Bool { code >= 500 }
}
