import Context
import Newsletter
import Newsroom
import Send
import Signing
import Synchronization
import TestKit
import Testing

struct MailRouteTests {
    private static let smtp =
        MemoryWeekly.settings
        + "mail:\n  from: W <w@example.org>\n  transport: smtp\n  smtp: { server: mx.example, user: ann }\n"

    @Test func passesTheServerAndThePassword() throws {
        var weekly = MemoryWeekly(settings: Self.smtp)
        weekly.secrets = Secrets { name in name == "SENNIGHT_SMTP_PASSWORD" ? "the-password" : nil }
        let servers = Mutexed<[SMTPServer]>([])
        let route = MailRoute { server in
            servers.value.withLock { $0.append(server) }
            return MailDelivery(destination: "there") { () throws(DeliveryFault) in throw DeliveryFault(.temporary, "")
            }
        }
        #expect(try route.delivery(weekly.session(), .live).destination == "there")
        let credentials = SMTPCredentials(user: "ann", password: "the-password")
        #expect(
            servers.value.withLock(\.self)
                == [SMTPServer(host: "mx.example", port: 587, security: .starttls, credentials: credentials)])
    }

    @Test func needsThePassword() throws {
        var weekly = MemoryWeekly(settings: Self.smtp)
        weekly.secrets = Secrets.none
        let session = try weekly.session()
        let fault = #expect(throws: (any Error).self) {
            try MailRoute { _ in
                MailDelivery.folder("x", files: session.files, clock: session.context.clock, cryptography: .live)
            }
            .delivery(session, .live)
        }
        #expect("\(fault.map { "\($0)" } ?? "")".contains("there is no password for the mail server's user 'ann'"))
    }

    @Test func writesFiles() async throws {
        let weekly = MemoryWeekly()
        let session = try weekly.session()
        let delivery = try MailRoute { _ in
            MailDelivery(destination: "") { () throws(DeliveryFault) in throw DeliveryFault(.permanent, "") }
        }
        .delivery(session, .live)
        let connection = try await delivery.open()
        let message = OutgoingMessage(
            sender: "b@example.org", recipient: "ann@example.org", needsSMTPUTF8: false, bytes: Array("Hi\r\n".utf8))
        for _ in 0..<2 {
            guard case .accepted(let reply) = await connection.deliver(message) else {
                Issue.record("not written")
                continue
            }
            #expect(weekly.folder.text("\(delivery.destination)/\(reply.text)") == "Hi\r\n")
            #expect(reply.text.hasSuffix(".eml") && !reply.text.contains("ann"))
        }
        await connection.close()
    }
}
