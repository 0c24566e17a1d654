internal import Context
internal import Store
internal import Synchronization

/// Shows the counts of a campaign several times a second while messages are sent.
final class ProgressTicker: Sendable {
    private let counts: @Sendable () async throws -> DeliveryCounts
    private let clock: Clock
    private let show: @Sendable (DeliveryCounts) -> Void
    private let state = Mutex(State())

    private struct State: Sendable {
        /// When the counts were last asked for.
        var last = 0
        /// Shows the counts after those before it are shown.
        var task: Task<Void, Never>?
    }

    /// - Parameters:
    ///   - counts: reads them from the store.
    ///   - show: receives them.
    init(
        clock: Clock, counts: @escaping @Sendable () async throws -> DeliveryCounts,
        show: @escaping @Sendable (DeliveryCounts) -> Void
    ) {
        self.counts = counts
        self.clock = clock
        self.show = show
    }

    /// In nanoseconds.
    private static let rhythm = 250_000_000

    /// Called after each message.
    func count() {
        let now = clock.now()
        state.withLock { state in
            guard abs(now - state.last) >= Self.rhythm else { return }
            state.last = now
            let previous = state.task
            state.task = Task {
                await previous?.value
                await show()
            }
        }
    }

    /// Waits until all counts are read: the store may be closed afterwards.
    func finish() async { await state.withLock(\.task)?.value }

    func show() async {
        // A missing update does no harm; faults of the store are reported by the connections.
        guard let counts = try? await counts() else { return }
        show(counts)
    }
}
