internal import Context
internal import Newsletter
package import Send
internal import Store

/// Sends an issue to one address, to look at it in a mailbox. Nothing is recorded.
package struct TestSending: Sendable {
    private let sending: SendingSession
    private let address: String

    package init(_ sending: SendingSession, address: String) {
        self.sending = sending
        self.address = address
    }

    /// - Throws: a ``Diagnostic`` if the text isn't an address, or the server didn't accept the message.
    package func run(_ mail: IssueMail, _ delivery: MailDelivery) async throws {
        let (tokens, _) = try await sending.subscribers.mailTokens(for: [address])
        let settings = sending.session.publication.mail
        let (bytes, _) = try mail.message(
            to: address, unsubscribe: try tokens.unsubscribe(address), name: try tokens.message(mail.issue, address))
        let message = OutgoingMessage(
            sender: settings.from?.address ?? "", recipient: address,
            needsSMTPUTF8: address.utf8.contains { $0 >= 0x80 }, bytes: bytes)
        let connection: any MailConnection
        do throws(DeliveryFault) {
            connection = try await delivery.open()
        } catch {
            throw Self.fault(error.reason)
        }
        let outcome = await connection.deliver(message)
        await connection.close()
        switch outcome {
        case .accepted: return
        case .refused(let reply): throw Self.fault("\(reply.code) \(reply.text)")
        case .notSent(_, let reason), .uncertain(let reason): throw Self.fault(reason)
        }
    }

    private static func fault(_ reason: String) -> Diagnostic {
        Diagnostic("the test message wasn't sent (\(reason))", remedy: "Correct the settings of the mail server")
    }
}
