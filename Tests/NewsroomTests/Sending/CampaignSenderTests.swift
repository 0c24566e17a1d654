import Context
import Newsroom
import Send
import Signing
import Store
import Synchronization
import TestKit
import Testing

/// Campaigns from the first message to the equation, with a server that misbehaves in every way that servers do.
@Suite struct CampaignSenderTests {
    @Test func sendsToEverybodyOnce() async throws {
        let bench = try await LedgerBench.make(readers: 500, server: ScriptedMailServer())
        let ending = try await bench.sender().run()
        #expect(ending == .finished(DeliveryCounts(states: [.accepted: 500])))
        #expect(bench.server.received.count == 500 && bench.duplicates == 0)
        #expect(bench.server.mostOpen <= 4)
        #expect(try await bench.counts().states == [.accepted: 500])
        let delivery = try await bench.campaigns { try $0.delivery(1, 1) }
        #expect(delivery?.messageID == "m1@example.org" && delivery?.queueID?.hasPrefix("Q") == true)
    }

    @Test func neverHasMoreInFlightThanConnections() async throws {
        let most = Mutex(0)
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer(event: { _ in
            guard let bench = box.value.withLock({ $0 }) else { return }
            // The test fails below if the store can't be read.
            let count = (try? await bench.campaigns { try $0.recount(1) })?[.inFlight] ?? 1000
            most.withLock { $0 = max($0, count) }
        })
        let bench = try await LedgerBench.make(readers: 100, server: server)
        box.value.withLock { $0 = bench }
        _ = try await bench.sender(connections: 3).run()
        #expect(1...3 ~= most.withLock { $0 })
    }

    @Test func refusalsFailAndSuppress() async throws {
        let server = ScriptedMailServer { recipient, _ in
            recipient == LedgerBench.address(3) ? .refuse(550, "5.1.1", "no such user") : .accept
        }
        let bench = try await LedgerBench.make(readers: 100, server: server)
        #expect(
            try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 99, .failed: 1])))
        let state = try await bench.store.readSubscribers(.live, now: LedgerBench.start) { try $0.find(id: 3)?.state }
        #expect(state == .bounced)
    }

    @Test func pausesAfterTooManyFailures() async throws {
        let server = ScriptedMailServer { recipient, _ in
            Int(recipient.dropFirst(6).prefix { $0.isNumber }).map { $0 % 5 == 0 } == true
                ? .refuse(550, "5.1.1", "no such user") : .accept
        }
        let bench = try await LedgerBench.make(readers: 500, server: server)
        guard case .paused(let reason) = try await bench.sender().run() else {
            Issue.record("the campaign isn't paused")
            return
        }
        #expect(reason.contains("more than 5 %"))
        let counts = try await bench.counts()
        #expect(counts[.failed] < 20 && counts[.planned] > 400 && counts[.inFlight] + counts[.claimed] == 0)
    }

    @Test(arguments: [("5.7.1", 554), ("5.7.26", 550), ("5.1.8", 501)])
    func pausesInsteadOfBlamingReaders(enhanced: String, code: Int) async throws {
        let server = ScriptedMailServer { _, count in
            count < 10 ? .accept : .refuse(code, enhanced, "not from you")
        }
        let bench = try await LedgerBench.make(readers: 100, server: server)
        guard case .paused(let reason) = try await bench.sender().run() else {
            Issue.record("the campaign isn't paused")
            return
        }
        #expect(reason.contains("\(code) \(enhanced) not from you"))
        #expect(try await bench.counts().states == [.accepted: 10, .planned: 90])
    }

    @Test func waitsHalfAnHourAfterATemporaryRefusal() async throws {
        let times = Mutexed<[Int]>([])
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer { recipient, _ in
            guard recipient == LedgerBench.address(3) else { return .accept }
            let now = box.value.withLock { $0 }?.time.withLock { $0 / 1000 } ?? 0
            return times.value.withLock { times in
                times.append(now)
                return times.count < 3 ? .refuse(452, "4.2.2", "mailbox full") : .accept
            }
        }
        let bench = try await LedgerBench.make(readers: 20, server: server)
        box.value.withLock { $0 = bench }
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 20])))
        let seen = times.value.withLock { $0 }
        #expect(seen.count == 3 && seen[1] - seen[0] >= 1_800 && seen[2] - seen[1] >= 3_600)
    }

    @Test func givesUpAfterFourDays() async throws {
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer { recipient, _ in
            guard recipient == LedgerBench.address(3) else { return .accept }
            box.value.withLock { $0 }?.time.withLock { $0 += 30 * 3_600_000 }
            return .refuse(452, "4.2.2", "mailbox full")
        }
        let bench = try await LedgerBench.make(readers: 20, server: server)
        box.value.withLock { $0 = bench }
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 19, .failed: 1])))
        let elapsed = bench.time.withLock { $0 / 1000 } - LedgerBench.start
        #expect(345_600...600_000 ~= elapsed)
        let state = try await bench.store.readSubscribers(.live, now: LedgerBench.start) { try $0.find(id: 3)?.state }
        #expect(state == .active)
    }

    @Test func survivesStormsAndBlamesNobody() async throws {
        // 421 for a while, as a server does under load; then temporary refusals of everybody.
        let attempts = Mutex(0)
        let server = ScriptedMailServer { _, _ in
            let attempt = attempts.withLock { attempts in
                attempts += 1
                return attempts
            }
            switch attempt {
            case 20..<60: return .drop(MailReply(code: 421, enhanced: "4.3.2", text: "closing"))
            case 80..<140: return .refuse(451, "4.7.1", "try later")
            default: return .accept
            }
        }
        let bench = try await LedgerBench.make(readers: 200, server: server)
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 200])))
        #expect(bench.server.received.count == 200 && bench.duplicates == 0)
    }

    @Test(.timeLimit(.minutes(20))) func givesUpWhatTheServerRefusesBeforeItsEnd() async throws {
        let server = ScriptedMailServer { recipient, _ in
            recipient == LedgerBench.address(3)
                ? .drop(MailReply(code: 554, enhanced: "5.6.0", text: "not this content")) : .accept
        }
        let bench = try await LedgerBench.make(readers: 100, server: server)
        #expect(
            try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 99, .failed: 1])))
        #expect(bench.server.received.count == 99 && bench.duplicates == 0)
    }

    @Test func waitsForAServerThatIsDown() async throws {
        let server = ScriptedMailServer(opening: { count throws(DeliveryFault) in
            if count < 30 { throw DeliveryFault(.temporary, "connection refused") }
        })
        let bench = try await LedgerBench.make(readers: 20, server: server)
        #expect(try await bench.sender().run() == .finished(DeliveryCounts(states: [.accepted: 20])))
        #expect(try await bench.campaigns { try $0.delivery(1, 1)?.attempts } == 1)
    }

    @Test func pausesIfTheServerCanNeverBeUsed() async throws {
        let server = ScriptedMailServer(opening: { _ throws(DeliveryFault) in
            throw DeliveryFault(.permanent, "the password is wrong")
        })
        let bench = try await LedgerBench.make(readers: 20, server: server)
        #expect(
            try await bench.sender().run()
                == .paused(reason: "the mail server can't be used: the password is wrong"))
        #expect(try await bench.counts().states == [.planned: 20])
    }

    @Test func excludesWhoLeavesMeanwhile() async throws {
        let box = Mutexed<LedgerBench?>(nil)
        // When the first message is being sent, all others of the batch are claimed.
        let server = ScriptedMailServer(event: { recipient in
            guard recipient == LedgerBench.address(1), let bench = box.value.withLock({ $0 }) else { return }
            await #expect(throws: Never.self) {
                try await bench.store.changeSubscribers(.live, now: LedgerBench.start) { subscribers in
                    for id in 50...60 { try subscribers.end(id: id, as: .unsubscribed) }
                }
            }
        })
        let bench = try await LedgerBench.make(readers: 100, server: server)
        box.value.withLock { $0 = bench }
        #expect(
            try await bench.sender(connections: 1).run()
                == .finished(DeliveryCounts(states: [.accepted: 89, .excluded: 11])))
        #expect(!bench.server.received.contains(LedgerBench.address(55)))
    }

    @Test func pausesAndResumesFiftyTimes() async throws {
        let box = Mutexed<LedgerBench?>(nil)
        let messages = Mutex(0)
        let server = ScriptedMailServer(event: { _ in
            let count = messages.withLock { count in
                count += 1
                return count
            }
            guard count % 10 == 0, let bench = box.value.withLock({ $0 }) else { return }
            await #expect(throws: Never.self) { try await bench.campaigns { try $0.pause(1, reason: "by a person") } }
        })
        let bench = try await LedgerBench.make(readers: 600, server: server)
        box.value.withLock { $0 = bench }
        var pauses = 0
        while case .paused = try await bench.sender().run() {
            pauses += 1
            try await bench.campaigns { try $0.resume(1) }
        }
        #expect(pauses >= 50)
        #expect(try await bench.counts().states == [.accepted: 600])
        #expect(bench.server.received.count == 600 && bench.duplicates == 0)
    }

    @Test func stopsCleanly() async throws {
        let control = SendingControl()
        let server = ScriptedMailServer { _, count in
            if count == 50 { control.stop() }
            return .accept
        }
        let bench = try await LedgerBench.make(readers: 200, server: server)
        #expect(try await bench.sender(control: control).run() == .stopped)
        let counts = try await bench.counts()
        #expect(counts[.accepted] + counts[.planned] == 200 && counts[.accepted] == bench.server.received.count)
        #expect(counts[.accepted] <= 55)
    }
}
