import Send
import TestKit
import Testing

@testable import SMTP

/// Confirmations.
@Suite struct SingleMessageTests {
    @Test func sharesAConnection() async throws {
        let server = try await ScriptedMailServer()
        let transport = MessageTransport.connected(to: .test(port: server.port))
        try await withThrowingTaskGroup(of: Void.self) { group in
            for number in 0..<10 {
                group.addTask { try await transport.send(.test(to: "reader\(number)@example.test")) }
            }
            try await group.waitForAll()
        }
        #expect(server.connections == 1 && server.messages.count == 10)
    }

    @Test func connectsAgain() async throws {
        let server = try await ScriptedMailServer { line in
            line == "RSET" ? .drop : line.hasPrefix("RCPT TO:<no") ? .say("450 4.2.1 busy") : nil
        }
        let transport = MessageTransport.connected(to: .test(port: server.port))
        let fault = await #expect(throws: DeliveryFault.self) {
            try await transport.send(.test(to: "nobody@example.test"))
        }
        #expect(fault == DeliveryFault(.temporary, "good.example:\(server.port) refused the message: 450 4.2.1"))
        try await transport.send(.test())
        #expect(server.connections == 2 && server.messages.count == 2)
    }

    @Test(arguments: [
        ("MAIL", "550 5.7.1 <reader1@example.test> no", DeliveryFault.Kind.permanent),
        (".", "451 4.3.0 later", .temporary),
        ("", "554 5.3.2 no", .temporary),
    ]) func reportsFaultsWithoutAddresses(line: String, reply: String, kind: DeliveryFault.Kind) async throws {
        let server = try await ScriptedMailServer {
            $0 == line || !line.isEmpty && $0.hasPrefix(line) ? .say(reply) : nil
        }
        let fault = await #expect(throws: DeliveryFault.self) {
            try await MessageTransport.connected(to: .test(port: server.port)).send(.test())
        }
        #expect(fault?.kind == kind)
        #expect(fault?.reason.contains("reader1") == false)
    }

    @Test func saysWhatIsUncertain() async throws {
        let server = try await ScriptedMailServer { $0 == "." ? .drop : nil }
        let fault = await #expect(throws: DeliveryFault.self) {
            try await MessageTransport.connected(to: .test(port: server.port)).send(.test())
        }
        #expect(fault?.kind == .uncertain)
        #expect(server.messages.count == 1)
    }
}
