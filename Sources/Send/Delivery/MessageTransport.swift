/// Hands single messages over to what delivers them.
package struct MessageTransport: Sendable {
    /// Returns once somebody else is responsible for the message.
    package var send: @Sendable (_ message: OutgoingMessage) async throws(DeliveryFault) -> Void

    package init(send: @escaping @Sendable (_ message: OutgoingMessage) async throws(DeliveryFault) -> Void) {
        self.send = send
    }
}

/// A message with its envelope.
package struct OutgoingMessage: Sendable {
    /// Receives bounces.
    package var sender: String
    package var recipient: String
    /// Whether only servers with the extension SMTPUTF8 accept the message (RFC 6531).
    package var needsSMTPUTF8: Bool
    /// Lines end with `\r\n`.
    package var bytes: [UInt8]

    package init(sender: String, recipient: String, needsSMTPUTF8: Bool, bytes: [UInt8]) {
        self.sender = sender
        self.recipient = recipient
        self.needsSMTPUTF8 = needsSMTPUTF8
        self.bytes = bytes
    }
}

/// Why a message wasn't handed over.
package struct DeliveryFault: Error, Hashable, Sendable {
    package enum Kind: Hashable, Sendable {
        /// Not accepted; may be tried again.
        case temporary
        /// Not accepted, and never will be.
        case permanent
        /// The connection was lost before the answer to the message: it may have been accepted.
        case uncertain
    }

    package var kind: Kind
    /// Without the recipient's address, because it goes into a log.
    package var reason: String

    package init(_ kind: Kind, _ reason: String) {
        self.kind = kind
        self.reason = reason
    }
}
