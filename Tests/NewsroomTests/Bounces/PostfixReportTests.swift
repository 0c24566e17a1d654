import Newsroom
import Store
import TestKit
import Testing

/// Reports that a real Postfix makes.
@Suite(.startsProcesses, .enabled(if: PostfixServer.isAvailable, Comment(rawValue: PostfixServer.hint)))
struct PostfixReportTests {
    @Test func attributesAllReports() async throws {
        let reasons: [(part: String, text: String?, outcome: BounceOutcome)] = [
            ("nobody", nil, .suppressed), ("gone", "5.1.1 No such person", .suppressed),
            ("full", "5.2.2 The mailbox is full", .counted), ("disabled", "5.2.1 Disabled", .counted),
            ("policy", "5.7.1 Refused by policy", .policy), ("large", "5.3.4 Too large", .content),
            ("moved", "5.1.6 Moved", .suppressed), ("odd", "5.0.0 Something", .counted),
        ]
        let server = try PostfixServer(
            refused: Dictionary(
                uniqueKeysWithValues: reasons.compactMap { reason in reason.text.map { (reason.part, $0) } }))
        let weekly = try await BouncedWeekly(readers: reasons.count)
        let connection = try LoopbackConnection(port: UInt16(server.port))
        #expect(connection.waits(for: "220 "))
        try connection.send("EHLO here.test\r\n")
        #expect(connection.waits(for: "250 "))
        for (index, reason) in reasons.enumerated() {
            let token = try await weekly.envelope(reader: index + 1).dropFirst(2).prefix(48)
            try connection.send(
                "MAIL FROM:<bounces+\(token)@example.test>\r\nRCPT TO:<\(reason.part)@example.test>\r\nDATA\r\n")
            #expect(connection.waits(for: "354 "))
            try connection.send(
                "Subject: Weekly 1\r\nMessage-ID: <m1-\(index + 1)@lists.example>\r\n\r\nHello\r\n.\r\n")
            #expect(connection.waits(for: "queued as"))
        }
        #expect(server.waits(forMessages: reasons.count, in: server.bounces))
        server.stop()
        let summary = try await BounceRun(
            try weekly.session(), source: server.bounces.replacing("/new", with: ""), recipient: nil
        ).run()
        let expected = Dictionary(grouping: reasons, by: \.outcome).mapValues(\.count)
        #expect(summary.counts == expected)
        #expect(summary.paused.map(\.campaign) == [1])
        for (index, reason) in reasons.enumerated() {
            #expect(try await weekly.state(reader: index + 1) == (reason.outcome == .suppressed ? .bounced : .active))
        }
    }
}
