import Newsletter
import Send
import TestKit
import Testing

@testable import SMTP

@Suite struct SecuredDeliveryTests {
    private static let credentials = SMTPCredentials(user: "ann", password: "secret-password")

    @Test func startsTLSAndAuthenticates() async throws {
        let server = try await ScriptedMailServer(.starttls, offering: ["AUTH PLAIN"])
        let delivery = MailDelivery.test(port: server.port, .starttls, credentials: Self.credentials)
        guard case .accepted = try await delivery.deliver() else {
            Issue.record("not accepted")
            return
        }
        #expect(server.commands.prefix(2) == ["STARTTLS", "AUTH PLAIN AGFubgBzZWNyZXQtcGFzc3dvcmQ="])
        #expect(server.messages.count == 1)
    }

    @Test func beginsWithTLS() async throws {
        let server = try await ScriptedMailServer(.tls, offering: ["AUTH LOGIN PLAIN"])
        let delivery = MailDelivery.test(port: server.port, .tls, credentials: Self.credentials)
        guard case .accepted = try await delivery.deliver() else {
            Issue.record("not accepted")
            return
        }
        #expect(server.commands.first?.hasPrefix("AUTH PLAIN") == true)
    }

    @Test(arguments: [ScriptedMailServer.Security.starttls, .tls])
    func verifiesNamesAndCertificates(security: ScriptedMailServer.Security) async throws {
        let server = try await ScriptedMailServer(security, offering: ["AUTH PLAIN"])
        for (host, certificates, reason) in [
            ("evil.example", TestCertificates.root, "the mail server's certificate isn't for evil.example"),
            ("127.0.0.1", TestCertificates.root, "the mail server's certificate isn't for 127.0.0.1"),
            ("good.example", [], "the mail server's certificate isn't trusted, or has expired"),
        ] {
            let delivery = MailDelivery.test(
                port: server.port, security == .tls ? .tls : .starttls, host: host, credentials: Self.credentials,
                certificates: certificates)
            let fault = await #expect(throws: DeliveryFault.self) { try await delivery.open() }
            #expect(fault == DeliveryFault(.permanent, reason))
        }
        #expect(!server.commands.contains { $0.hasPrefix("AUTH") })
    }

    @Test func sendsNothingWithoutTheTLSThatIsDemanded() async throws {
        let plain = try await ScriptedMailServer()
        let fault = await #expect(throws: DeliveryFault.self) {
            try await MailDelivery.test(port: plain.port, .starttls, credentials: Self.credentials).open()
        }
        #expect(fault?.kind == .permanent && fault?.reason.contains("doesn't offer STARTTLS") == true)
        await #expect(throws: DeliveryFault.self) { try await MailDelivery.test(port: plain.port, .tls).open() }
        let injecting = try await ScriptedMailServer(.starttls) { line in
            line == "STARTTLS" ? .say("220 go\r\n250 evil.example") : nil
        }
        let injected = await #expect(throws: DeliveryFault.self) {
            try await MailDelivery.test(port: injecting.port, .starttls).open()
        }
        #expect(injected?.reason == "the server sent data after its reply to STARTTLS")
        #expect(plain.messages.isEmpty && injecting.messages.isEmpty)
    }

    @Test func knowsWhatIsUncertainBelowTLS() async throws {
        let server = try await ScriptedMailServer(.starttls) { $0 == "." ? .drop : nil }
        guard case .uncertain = try await MailDelivery.test(port: server.port, .starttls).deliver() else {
            Issue.record("not uncertain")
            return
        }
    }
}
