internal import Synchronization

/// Raised where an answer takes longer than a request allows.
struct TimedOut: Error {}

/// The longest that things may take, for many at once: one watch looks at all of them a few times a second.
///
/// A sleeping task for each would stay in memory for its whole time, also where what it waited for was done at once.
final class Deadlines: Sendable {
    private struct State: Sendable {
        var running: [Int: (end: ContinuousClock.Instant, work: Running)] = [:]
        var last = 0
        var isWatched = false
    }

    private let state = Mutex(State())

    /// How late an end may come.
    private static let interval = Duration.milliseconds(100)

    /// Cancels `work` after some seconds and throws ``TimedOut``; `work` must heed its cancellation.
    func within<Value: Sendable>(
        seconds: Int, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        let task = Task { try await work() }
        let running = Running { task.cancel() }
        let ticket = begin(running, seconds: max(seconds, 1))
        defer { state.withLock { $0.running[ticket] = nil } }
        do {
            return try await withTaskCancellationHandler {
                try await task.value
            } onCancel: {
                task.cancel()
            }
        } catch {
            throw running.isLate ? TimedOut() : error
        }
    }

    private func begin(_ running: Running, seconds: Int) -> Int {
        let end = ContinuousClock.now + .seconds(seconds)
        let (ticket, isFirst) = state.withLock { state in
            state.last += 1
            state.running[state.last] = (end, running)
            defer { state.isWatched = true }
            return (state.last, !state.isWatched)
        }
        if isFirst { Task { await watch() } }
        return ticket
    }

    /// Until there is nothing left to look at.
    private func watch() async {
        while true {
            try? await Task.sleep(for: Self.interval)
            let now = ContinuousClock.now
            let (late, isOver) = state.withLock { state in
                let late = state.running.filter { $0.value.end <= now }
                for ticket in late.keys { state.running[ticket] = nil }
                if state.running.isEmpty { state.isWatched = false }
                return (late.values.map(\.work), state.running.isEmpty)
            }
            for work in late { work.endLate() }
            if isOver { return }
        }
    }

    private final class Running: Sendable {
        private let cancel: @Sendable () -> Void
        private let late = Atomic(false)

        init(cancel: @escaping @Sendable () -> Void) {
            self.cancel = cancel
        }

        var isLate: Bool { late.load(ordering: .acquiring) }

        func endLate() {
            late.store(true, ordering: .releasing)
            cancel()
        }
    }
}
