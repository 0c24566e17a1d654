import TestKit
import Testing

@Suite(.startsProcesses, .enabled(if: PostfixServer.isAvailable, Comment(rawValue: PostfixServer.hint)))
struct PostfixServerTests {
    @Test func deliversAndReports() throws {
        let server = try PostfixServer(refused: ["full": "5.2.2 The mailbox is full"])
        let connection = try LoopbackConnection(port: UInt16(server.port))
        #expect(connection.waits(for: "220 "))
        try connection.send("EHLO here.test\r\n")
        #expect(connection.waits(for: "250 "))
        for name in ["reader1", "nobody", "full"] {
            try connection.send(
                "MAIL FROM:<bounces+\(name)@example.test>\r\nRCPT TO:<\(name)@example.test>\r\nDATA\r\n")
            #expect(connection.waits(for: "354 "))
            try connection.send("Subject: for \(name)\r\nMessage-ID: <\(name)@here.test>\r\n\r\nHello\r\n.\r\n")
            #expect(connection.waits(for: "queued as"))
        }
        #expect(server.waits(forMessages: 1, in: server.readers))
        #expect(server.messages(in: server.readers).first?.contains("Subject: for reader1") == true)
        #expect(server.waits(forMessages: 2, in: server.bounces))
        let reports = server.messages(in: server.bounces)
        #expect(reports.contains { $0.contains("Status: 5.1.1") && $0.contains("Delivered-To: bounces+nobody@") })
        #expect(reports.contains { $0.contains("Status: 5.2.2") && $0.contains("The mailbox is full") })
        #expect(server.waits(forLog: "message-id=<reader1@here.test>"))
        server.stop()
        #expect(throws: LoopbackConnection.Failure.self) { try LoopbackConnection(port: UInt16(server.port)) }
    }
}
