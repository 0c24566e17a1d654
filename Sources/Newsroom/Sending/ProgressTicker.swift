internal import Context
internal import Store
internal import Synchronization

/// Shows the counts of a campaign several times a second while messages are sent.
final class ProgressTicker: Sendable {
    private let writer: LedgerWriter
    private let campaign: Int
    private let clock: Clock
    private let show: @Sendable (DeliveryCounts) -> Void
    private let last = Mutex(0)

    init(
        writer: LedgerWriter, campaign: Int, clock: Clock, show: @escaping @Sendable (DeliveryCounts) -> Void
    ) {
        self.writer = writer
        self.campaign = campaign
        self.clock = clock
        self.show = show
    }

    /// In nanoseconds.
    private static let rhythm = 250_000_000

    /// Called after each message.
    func count() {
        let now = clock.now()
        let isDue = last.withLock { last in
            guard abs(now - last) >= Self.rhythm else { return false }
            last = now
            return true
        }
        if isDue { Task { await show() } }
    }

    func show() async {
        // A missing update does no harm; faults of the store are reported by the connections.
        guard let counts = try? await writer.counts(campaign) else { return }
        show(counts)
    }
}
