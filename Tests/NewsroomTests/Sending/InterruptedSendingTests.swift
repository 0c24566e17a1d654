import Context
import Newsroom
import Send
import Store
import Synchronization
import TestKit
import Testing

/// Senders that end at any moment, and what the next one makes of what they left.
@Suite struct InterruptedSendingTests {
    private struct Killed: Error {}

    /// Runs senders of which each dies at another transaction, until one finishes the campaign.
    ///
    /// - Returns: how many died.
    private func runWithKills(_ bench: LedgerBench, connections: Int, hasLog: Bool) async throws -> Int {
        var kills = 0
        while true {
            let limit = 4 + kills * 7 % 31
            let first = Mutex<Int?>(nil)
            bench.fault.value.withLock {
                $0 = { count in
                    let start = first.withLock { first in
                        first = first ?? count
                        return first ?? count
                    }
                    // From then on, nothing is written: as if the process were gone.
                    if count - start >= limit { throw Killed() }
                }
            }
            do {
                _ = try await bench.sender(connections: connections, hasLog: hasLog).run()
                return kills
            } catch is Killed {
                kills += 1
            }
        }
    }

    @Test(arguments: [1, 4, 8]) func losesAndRepeatsNothingWithALog(connections: Int) async throws {
        let bench = try await LedgerBench.make(readers: 300, server: ScriptedMailServer())
        let kills = try await runWithKills(bench, connections: connections, hasLog: true)
        #expect(kills >= 3)
        #expect(try await bench.counts().states == [.accepted: 300])
        #expect(bench.server.received.count == 300 && bench.duplicates == 0)
        #expect(try await bench.campaigns { try $0.listed(1, limit: 10) }.isEmpty)
    }

    @Test(arguments: [1, 4, 8]) func listsWhatNobodyKnows(connections: Int) async throws {
        let bench = try await LedgerBench.make(readers: 300, server: ScriptedMailServer())
        let kills = try await runWithKills(bench, connections: connections, hasLog: false)
        let counts = try await bench.counts()
        #expect(counts[.accepted] + counts[.uncertain] == 300)
        #expect(counts[.uncertain] <= kills * connections)
        #expect(bench.duplicates == 0)
        #expect(Set(bench.server.received).count + counts[.uncertain] >= 300)
    }

    @Test func repeatsWhatNobodyKnowsIfWanted() async throws {
        let bench = try await LedgerBench.make(readers: 300, uncertainty: .repeat, server: ScriptedMailServer())
        let kills = try await runWithKills(bench, connections: 4, hasLog: false)
        let counts = try await bench.counts()
        #expect(counts[.accepted] + counts[.uncertain] == 300)
        #expect(Set(bench.server.received).count + counts[.uncertain] >= 300)
        let listed = try await bench.campaigns { try $0.listed(1, limit: 1000) }.map(\.subscriber)
        #expect(listed.count <= kills * 4)
        let arrived = Dictionary(grouping: bench.server.received, by: \.self).mapValues(\.count)
        #expect(Set(arrived.filter { $0.value > 1 }.keys).isSubset(of: listed.map(LedgerBench.address)))
        #expect(arrived.values.allSatisfy { $0 <= 2 })
    }

    @Test(.timeLimit(.minutes(20))) func finishesWhatWasClaimedForADomainThatHasNoLimitAnyMore() async throws {
        let bench = try await LedgerBench.make(readers: 40, server: ScriptedMailServer())
        bench.fault.value.withLock { $0 = { count in if count > 12 { throw Killed() } } }
        let limits = [RateLimit(name: "d1.example", count: 1000, period: 1)]
        await #expect(throws: Killed.self) { try await bench.sender(hasLog: true, domainLimits: limits).run() }
        bench.fault.value.withLock { $0 = { _ in } }
        _ = try await bench.sender(hasLog: true).run()
        #expect(try await bench.counts().states == [.accepted: 40])
        #expect(bench.duplicates == 0)
    }

    @Test(arguments: [true, false]) func findsOutAboutLostReplies(isAccepted: Bool) async throws {
        let lost = Mutex(0)
        let server = ScriptedMailServer { _, count in
            guard count % 20 == 10, lost.withLock({ $0 < 5 }) else { return .accept }
            lost.withLock { $0 += 1 }
            return isAccepted ? .acceptSilently : .loseSilently
        }
        let bench = try await LedgerBench.make(readers: 100, server: server)
        let ending = try await bench.sender(connections: 1, hasLog: true).run()
        #expect(ending == .finished(DeliveryCounts(states: [.accepted: 100])))
        #expect(lost.withLock { $0 } == 5)
        #expect(bench.server.received.count == 100 && bench.duplicates == 0)
        #expect(try await bench.campaigns { try $0.listed(1, limit: 10) }.isEmpty)
    }

    @Test func leavesLostRepliesUncertainWithoutALog() async throws {
        let server = ScriptedMailServer { _, count in count == 10 ? .acceptSilently : .accept }
        let bench = try await LedgerBench.make(readers: 100, server: server)
        let ending = try await bench.sender(connections: 1).run()
        #expect(ending == .finished(DeliveryCounts(states: [.accepted: 99, .uncertain: 1])))
        #expect(bench.server.received.count == 100 && bench.duplicates == 0)
        #expect(try await bench.campaigns { try $0.listed(1, limit: 10) }.map(\.subscriber) == [11])
    }

    @Test func fencesOffASenderThatStalled() async throws {
        let box = Mutexed<LedgerBench?>(nil)
        let hasStalled = Mutex(false)
        // While the first sender hands over its first message, its lease ends, and a second one sends everything else.
        let server = ScriptedMailServer(event: { _ in
            let isFirst = hasStalled.withLock { stalled in
                defer { stalled = true }
                return !stalled
            }
            guard isFirst, let bench = box.value.withLock({ $0 }) else { return }
            bench.time.withLock { $0 += 200_000 }
            await #expect(throws: Never.self) {
                let second = bench.sender(connections: 2, isAlone: false)
                _ = try await second.run()
            }
        })
        let bench = try await LedgerBench.make(readers: 150, server: server)
        box.value.withLock { $0 = bench }
        _ = try await bench.sender(connections: 1, isAlone: false).run()
        let counts = try await bench.counts()
        #expect(bench.duplicates == 0)
        #expect(counts[.accepted] + counts[.uncertain] == 150 && counts[.uncertain] <= 1)
    }

    @Test func stopsWhenTheDiskIsFull() async throws {
        let bench = try await LedgerBench.make(readers: 100, server: ScriptedMailServer())
        bench.files.refuseWriting("/state/sequence", "No space left on device")
        await #expect(throws: FileError.self) { try await bench.sender().run() }
        #expect(bench.server.received.isEmpty)
        bench.files.refuseWriting("/state/sequence", nil)
        #expect(
            try await bench.sender(hasLog: true).run() == .finished(DeliveryCounts(states: [.accepted: 100])))
        #expect(bench.duplicates == 0)
    }

    @Test func goesOnWhenTheClockIsSetBack() async throws {
        let box = Mutexed<LedgerBench?>(nil)
        let server = ScriptedMailServer { _, count in
            if count == 20 { box.value.withLock { $0 }?.time.withLock { $0 -= 3_600_000 } }
            return .accept
        }
        let bench = try await LedgerBench.make(readers: 60, server: server)
        box.value.withLock { $0 = bench }
        let limit = RateLimit(name: "", count: 100, period: 1)
        #expect(
            try await bench.sender(limit: limit).run() == .finished(DeliveryCounts(states: [.accepted: 60])))
        #expect(bench.duplicates == 0)
        // The lost hour isn't waited for.
        let elapsed = bench.time.withLock { $0 / 1000 } - (LedgerBench.start - 3_600)
        #expect(elapsed < 60)
    }
}
