internal import NIOCore
package import Send

extension MailDelivery {
    /// Delivers through a mail server. All connections share one event loop.
    package static func smtp(_ server: SMTPServer) -> MailDelivery {
        smtp(SMTPConnector(server))
    }

    static func smtp(_ connector: SMTPConnector) -> MailDelivery {
        MailDelivery(destination: connector.destination) { () async throws(DeliveryFault) -> any MailConnection in
            try await connector.open()
        }
    }
}
