import TestKit
import Testing

@testable import Store

/// No window has more messages than its limit allows, whoever sends whenever.
@Suite struct RateLimitTests {
    @Test(
        arguments: [(1, 1), (20, 60), (100, 1), (1_000, 60), (20_000, 3_600)], [1, 2, 3] as [UInt64])
    func holdsInEveryWindow(rate: (count: Int, period: Int), seed: UInt64) async throws {
        let store = try await StoreBackends.all[1].make()
        try await store.addReaders(1)
        _ = try await store.approve()
        let limit = RateLimit(name: "", count: rate.count, period: rate.period)
        let period = rate.period * 1000
        var random = SeededGenerator(seed: seed)
        var (now, times): (Int, [Int]) = (TestStore.start * 1000, [])
        for _ in 0..<2_000 {
            // Eager senders, pauses, and restarts: the store is all that remembers.
            now += Int.random(in: 0...max(1, period / rate.count), using: &random)
            if Int.random(in: 0..<200, using: &random) == 0 { now += period * 2 }
            let time = now
            let isAllowed = try await store.backend.write { connection in
                try Campaigns.change(connection, now: time / 1000, milliseconds: time, wall: time) { campaigns in
                    guard try campaigns.nextMessage([limit]) <= time * 1000 else { return false }
                    try campaigns.take([limit])
                    return true
                }
            }
            if isAllowed { times.append(now) }
        }
        #expect(times.count > 100)
        // A window of any length from the limit's own up begins with a message.
        for length in [period, period * 3 / 2, period * 2, period * 5] {
            let most = (rate.count * length + period - 1) / period
            var first = 0
            for (last, time) in times.enumerated() {
                while times[first] <= time - length { first += 1 }
                #expect(last - first + 1 <= most, "\(last - first + 1) in \(length) ms")
            }
        }
    }

    @Test(arguments: StoreBackends.all) func neverGoesBackInTime(backends: StoreBackends) async throws {
        let store = try await backends.make()
        func time(_ wall: Int) async throws -> Int {
            try await store.backend.changeLedger(LedgerClock { _ in wall }) { $0.milliseconds }.result
        }
        #expect(try await time(10_000_000) == 10_000_000)
        #expect(try await time(6_400_000) == 10_000_000)
        #expect(try await time(6_401_000) == 10_001_000)
        #expect(try await time(20_000_000) == 23_600_000)
    }

    @Test(arguments: StoreBackends.all) func hasTheTimeOfTheDatabase(backends: StoreBackends) async throws {
        let store = try await backends.make()
        let time = try await store.backend.changeLedger(.store) { $0.wall }.result
        // Between 2026 and 2100.
        #expect(1_767_225_600_000...4_102_444_800_000 ~= time)
    }
}
