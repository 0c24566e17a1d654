import Context
import Live
import Store
import Synchronization
import Testing

@testable import Newsroom

@Suite struct ProgressTickerTests {
    /// Whoever closes the store next relies on it: reading a closed SQLite database crashes.
    @Test func finishesWhenAllCountsAreRead() async {
        let (gate, open) = AsyncStream.makeStream(of: Void.self)
        let shown = Mutex(0)
        let ticker = ProgressTicker(
            clock: Context.live.clock,
            counts: {
                for await _ in gate { break }
                return DeliveryCounts(states: [.accepted: 1])
            }, show: { counts in shown.withLock { $0 += counts.total } })
        ticker.count()
        Task { open.yield() }
        await ticker.finish()
        #expect(shown.withLock { $0 } == 1)
    }

    @Test func finishesWithoutCounts() async {
        let ticker = ProgressTicker(
            clock: Context.live.clock, counts: { throw StoreError(.rejected(statement: "counts")) }, show: { _ in })
        await ticker.finish()
        ticker.count()
        await ticker.finish()
    }
}
