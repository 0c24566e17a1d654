import Newsletter
import Newsroom
import Send
import Store
import Synchronization
import Testing

/// What the next sender of a campaign knows of the one before.
@Suite struct ContinuedSendingTests {
    @Test func countsTheFailuresOfEarlierSenders() async throws {
        let control = SendingControl()
        let server = ScriptedMailServer { recipient, count in
            if count == 30 { control.stop() }
            let number = Int(recipient.dropFirst(6).prefix { $0.isNumber }) ?? 0
            return number % 10 == 0 ? .refuse(550, "5.1.1", "no such user") : .accept
        }
        let bench = try await LedgerBench.make(readers: 200, server: server)
        #expect(try await bench.sender(connections: 1, control: control).run() == .stopped)
        guard case .paused(let reason) = try await bench.sender(connections: 1).run() else {
            Issue.record("the campaign isn't paused")
            return
        }
        #expect(reason.contains("more than 5 %"))
        let counts = try await bench.counts()
        #expect(50...55 ~= counts[.accepted] + counts[.failed])
    }

    @Test func keepsThePauseOfADomain() async throws {
        let control = SendingControl()
        let refusals = Mutex(0)
        let first = Mutex<Int?>(nil)
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer { recipient, _ in
            guard recipient.hasSuffix("@d1.example") else { return .accept }
            let count = refusals.withLock { refusals in
                refusals += 1
                return refusals
            }
            if count == 3 { control.stop() }
            if count <= 3 { return .refuse(451, "4.7.1", "too fast") }
            let now = box.value.withLock { $0 }?.time.withLock { $0 } ?? 0
            first.withLock { $0 = $0 ?? now }
            return .accept
        }
        let bench = try await LedgerBench.make(readers: 50, server: server)
        box.value.withLock { $0 = bench }
        #expect(try await bench.sender(connections: 1, control: control).run() == .stopped)
        let stopped = bench.time.withLock { $0 }
        #expect(
            try await bench.sender(connections: 1).run() == .finished(DeliveryCounts(states: [.accepted: 50])))
        #expect((first.withLock { $0 } ?? 0) - stopped >= 299_000)
    }

    @Test func decidesOnWhatACancelledCampaignWasSending() async throws {
        let weekly = try await SentWeekly(hasLog: true)
        _ = try await weekly.approve()
        try await weekly.store { campaigns in
            try campaigns.start(1)
            let claims = try campaigns.claim(1, sender: 9, lane: "", limit: 1)
            _ = try campaigns.permitFlight(claims[0], messageID: "m@example.org", limits: [])
            try campaigns.cancel(1)
        }
        let fault = await #expect(throws: Diagnostic.self) { try await weekly.approve() }
        #expect(fault?.summary == "1 message of campaign 1, which was cancelled, may have been sent")
        #expect(try await weekly.run(1) == .cancelled)
        #expect(try await weekly.approve() == 2)
        #expect(try await weekly.run() == .finished(DeliveryCounts(states: [.accepted: 3])))
        #expect(weekly.server.received.count == 3 && weekly.duplicates == 0)
    }

    @Test func saysThatACampaignIsMissing() async throws {
        let weekly = try await SentWeekly()
        let fault = await #expect(throws: Diagnostic.self) { try await weekly.run(3) }
        #expect(fault?.summary == "campaign 3 not found")
    }
}
