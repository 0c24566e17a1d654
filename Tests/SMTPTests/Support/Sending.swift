import Newsletter
import Send
import TestKit

@testable import SMTP

extension MailDelivery {
    /// To a server on this machine, whatever its name, which has the test's certificate.
    static func test(
        port: Int, _ security: MailSettings.Server.Security = .none, host: String = "good.example",
        credentials: SMTPCredentials? = nil, certificates: [UInt8] = TestCertificates.root
    ) -> MailDelivery {
        let server = SMTPServer(host: host, port: port, security: security, credentials: credentials)
        return .smtp(SMTPConnector(server, address: "127.0.0.1", certificates: certificates))
    }

    /// Opens a connection, and sends one message.
    func deliver(_ message: OutgoingMessage = .test()) async throws -> DeliveryOutcome {
        let connection = try await open()
        let outcome = await connection.deliver(message)
        await connection.close()
        return outcome
    }
}

extension OutgoingMessage {
    static func test(to recipient: String = "reader1@example.test", _ text: String = "Hello\r\n") -> OutgoingMessage {
        OutgoingMessage(
            sender: "bounces+1@example.test", recipient: recipient, needsSMTPUTF8: false,
            bytes: Array("Subject: Test\r\nMessage-ID: <\(recipient)>\r\n\r\n\(text)".utf8))
    }
}
