internal import Synchronization

/// Notifies all connected browsers when they should reload.
final class ReloadBroadcaster: Sendable {
    private let listeners: Mutex<(next: Int, streams: [Int: AsyncStream<Void>.Continuation])> = Mutex((0, [:]))

    func ring() {
        for stream in listeners.withLock({ Array($0.streams.values) }) { stream.yield() }
    }

    /// A new stream of notifications, which ends when it is no longer used.
    func rings() -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            let number = listeners.withLock { listeners in
                listeners.next += 1
                listeners.streams[listeners.next] = continuation
                return listeners.next
            }
            continuation.onTermination = { [weak self] _ in
                self?.listeners.withLock { $0.streams[number] = nil }
            }
        }
    }
}
