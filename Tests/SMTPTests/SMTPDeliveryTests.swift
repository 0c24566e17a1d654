import Foundation
import Send
import TestKit
import Testing

@testable import SMTP

@Suite struct SMTPDeliveryTests {
    @Test func sendsManyMessagesOverAConnection() async throws {
        let server = try await ScriptedMailServer()
        let connection = try await MailDelivery.test(port: server.port).open()
        for number in 1...3 {
            let outcome = await connection.deliver(.test(to: "reader\(number)@example.test", ".\(number)\r\n"))
            #expect(outcome == .accepted(MailReply(code: 250, enhanced: "2.0.0", text: "Ok: queued as 4DE1F")))
        }
        await connection.close()
        #expect(server.connections == 1)
        #expect(server.commands.count == 10 && server.commands.last == "QUIT")
        #expect(
            server.commands.prefix(3) == [
                "MAIL FROM:<bounces+1@example.test> SIZE=57", "RCPT TO:<reader1@example.test>", "DATA",
            ])
        #expect(server.messages.map { $0.suffix(5) } == ["\r\n\r\n..1", "\r\n\r\n..2", "\r\n\r\n..3"])
        let later = await connection.deliver(.test())
        #expect(later == .notSent(nil, reason: "the session was ended"))
    }

    @Test func sendsLargeMessages() async throws {
        let server = try await ScriptedMailServer()
        let text = String(repeating: String(repeating: "x", count: 70) + "\r\n", count: 4000)
        let outcome = try await MailDelivery.test(port: server.port).deliver(.test(text))
        guard case .accepted = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(server.messages.first?.hasSuffix(text.dropLast(1)) == true)
    }

    @Test func continuesAfterRefusals() async throws {
        let server = try await ScriptedMailServer { line in
            line == "RCPT TO:<nobody@example.test>" ? .say("550 5.1.1 <nobody@example.test> unknown") : nil
        }
        let connection = try await MailDelivery.test(port: server.port).open()
        let refused = await connection.deliver(.test(to: "nobody@example.test"))
        #expect(refused == .refused(MailReply(code: 550, enhanced: "5.1.1", text: "<…> unknown")))
        guard case .accepted = await connection.deliver(.test()) else {
            Issue.record("not accepted")
            return
        }
        await connection.close()
        #expect(server.commands.contains("RSET") && server.messages.first == "")
    }

    @Test(arguments: ["MAIL", "RCPT", "DATA"]) func knowsWhatWasNotSent(command: String) async throws {
        let server = try await ScriptedMailServer { $0.hasPrefix(command) ? .drop : nil }
        let outcome = try await MailDelivery.test(port: server.port).deliver()
        guard case .notSent(nil, _) = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(server.messages.isEmpty)
    }

    @Test func knowsWhatIsUncertain() async throws {
        let server = try await ScriptedMailServer { $0 == "." ? .drop : nil }
        let outcome = try await MailDelivery.test(port: server.port).deliver()
        guard case .uncertain = outcome else {
            Issue.record("\(outcome)")
            return
        }
        #expect(server.messages.count == 1)
    }

    /// More than the buffers of the system hold, to a server that reads none of it.
    @Test func knowsThatTheEndWasNotWritten() async throws {
        let listener = try ListeningSocket()
        Thread.detachNewThread {
            // Without a connection, the client waits for it in vain.
            guard let connection = try? listener.accept() else { return }
            connection.say("220 a\r\n")
            for reply in ["250 a", "250 ok", "250 ok", "354 ok"] {
                connection.reads(until: "\r\n")
                connection.say(reply + "\r\n")
            }
            connection.reads(until: "Subject")
            connection.close()
        }
        let outcome = try await MailDelivery.test(port: listener.port).deliver(
            .test(String(repeating: String(repeating: "x", count: 998) + "\r\n", count: 40_000)))
        guard case .notSent = outcome else {
            Issue.record("\(outcome)")
            return
        }
    }

    @Test func reportsWhyThereIsNoSession() async throws {
        let closed = try await ScriptedMailServer().port
        let silent = try await ScriptedMailServer { $0.isEmpty ? .drop : nil }
        let busy = try await ScriptedMailServer { $0.isEmpty ? .say("421 4.3.2 later") : nil }
        let strict = try await ScriptedMailServer { $0.hasPrefix("AUTH") ? .say("535 5.7.8 wrong") : nil }
        let credentials = SMTPCredentials(user: "ann", password: "secret-password")
        for (port, kind, reason) in [
            (closed, DeliveryFault.Kind.temporary, "can't connect: Connection refused"),
            (silent.port, .temporary, "the connection was lost"),
            (busy.port, .temporary, "the mail server isn't available: 421 4.3.2 later"),
            (strict.port, .permanent, "the mail server offers neither AUTH PLAIN nor AUTH LOGIN"),
        ] {
            let fault = await #expect(throws: DeliveryFault.self) {
                try await MailDelivery.test(port: port, credentials: credentials).open()
            }
            #expect(fault == DeliveryFault(kind, reason))
        }
        #expect(MailDelivery.test(port: 25, credentials: credentials).destination == "good.example:25")
    }

    @Test func noticesThatTheServerHasLeft() async throws {
        let server = try await ScriptedMailServer { $0 == "RSET" ? .drop : $0.hasPrefix("RCPT") ? .say("550 no") : nil }
        let connection = try await MailDelivery.test(port: server.port).open()
        _ = await connection.deliver(.test())
        for _ in 0..<2 {
            guard case .notSent = await connection.deliver(.test()) else {
                Issue.record("sent over a closed connection")
                continue
            }
        }
        await connection.close()
    }
}
