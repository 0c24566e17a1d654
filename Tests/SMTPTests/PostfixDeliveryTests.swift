import Newsletter
import Send
import TestKit
import Testing

@testable import SMTP

/// With a real server.
@Suite(.startsProcesses, .enabled(if: PostfixServer.isAvailable, Comment(rawValue: PostfixServer.hint)))
struct PostfixDeliveryTests {
    @Test func delivers() async throws {
        let certificates = try ScratchFolder()
        try certificates.write("key.pem", TestCertificates.key)
        try certificates.write("cert.pem", TestCertificates.server)
        let server = try PostfixServer(settings: [
            "smtpd_tls_security_level": "may", "smtpd_tls_key_file": certificates.path("key.pem"),
            "smtpd_tls_cert_file": certificates.path("cert.pem"),
            "smtpd_recipient_restrictions":
                "check_recipient_access inline:{refused@example.test=REJECT}, permit_mynetworks, reject",
        ])
        let connection = try await MailDelivery.test(port: server.port, .starttls).open()
        let text = "..\r\n.\r\n.line\r\nlast"
        for message in [
            OutgoingMessage.test(text), .test(to: "reader-jürgen@example.test"), .test(to: "nobody@example.test"),
        ] {
            let outcome = await connection.deliver(message)
            guard case .accepted(let reply) = outcome else {
                Issue.record("\(outcome)")
                continue
            }
            #expect(reply.code == 250 && reply.enhanced == "2.0.0" && reply.text.hasPrefix("Ok: queued as "))
        }
        let refused = await connection.deliver(.test(to: "refused@example.test"))
        guard case .refused(let reply) = refused else {
            Issue.record("\(refused)")
            return
        }
        #expect(reply.isPermanent && reply.enhanced == "5.7.1" && !reply.text.contains("refused@"))
        guard case .accepted = await connection.deliver(.test(to: "reader9@example.test")) else {
            Issue.record("not accepted after a refusal")
            return
        }
        await connection.close()
        #expect(server.waits(forMessages: 3, in: server.readers))
        let messages = server.messages(in: server.readers)
        #expect(messages.contains { $0.hasSuffix("\n\n..\n.\n.line\nlast\n") })
        #expect(server.waits(forMessages: 1, in: server.bounces))
        // A single TLS connection, ended properly.
        #expect(server.waits(forLog: " starttls=1 mail=5 "))
        #expect(server.waits(forLog: " quit=1 "))
    }
}
