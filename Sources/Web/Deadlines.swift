internal import Synchronization

/// Thrown if a response takes longer than a request allows.
struct TimedOut: Error {}

/// Timeouts for many operations at once: a single task checks all of them several times a second.
///
/// A sleeping task for each operation would stay in memory for the whole timeout, even if the operation finished
/// immediately.
final class Deadlines: Sendable {
    private struct State: Sendable {
        var running: [ObjectIdentifier: (end: ContinuousClock.Instant, deadline: Deadline)] = [:]
        var isWatched = false
    }

    private let state = Mutex(State())

    /// The maximum delay of a timeout.
    private static let interval = Duration.milliseconds(100)

    /// Sets a deadline in a number of seconds, which applies until ``close(_:)``.
    func open(seconds: Int) -> Deadline {
        let deadline = Deadline()
        let end = ContinuousClock.now + .seconds(max(seconds, 1))
        let isFirst = state.withLock { state in
            state.running[ObjectIdentifier(deadline)] = (end, deadline)
            defer { state.isWatched = true }
            return !state.isWatched
        }
        if isFirst { Task { await watch() } }
        return deadline
    }

    func close(_ deadline: Deadline) {
        state.withLock { $0.running[ObjectIdentifier(deadline)] = nil }
    }

    /// Runs until no deadlines are open.
    private func watch() async {
        while true {
            try? await Task.sleep(for: Self.interval)
            let now = ContinuousClock.now
            let (late, isOver) = state.withLock { state in
                let late = state.running.filter { $0.value.end <= now }
                for key in late.keys { state.running[key] = nil }
                if state.running.isEmpty { state.isWatched = false }
                return (late.values.map(\.deadline), state.running.isEmpty)
            }
            for deadline in late { deadline.pass() }
            if isOver { return }
        }
    }
}

/// The time limit of an operation that consists of several steps.
final class Deadline: Sendable {
    private struct State: Sendable {
        var hasPassed = false
        var stop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    var hasPassed: Bool { state.withLock(\.hasPassed) }

    /// Sets the closure that ends the current step when the deadline passes; the closure is called at once if the
    /// deadline has already passed.
    ///
    /// - Parameter stop: nil between two steps.
    func setStop(_ stop: (@Sendable () -> Void)?) {
        let hasPassed = state.withLock { state in
            state.stop = stop
            return state.hasPassed
        }
        if hasPassed { stop?() }
    }

    fileprivate func pass() {
        let stop = state.withLock { state in
            state.hasPassed = true
            return state.stop
        }
        stop?()
    }

    /// Runs a step that supports task cancellation.
    func bounding<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
        let task = Task { try await work() }
        setStop { task.cancel() }
        defer { setStop(nil) }
        return try await withTaskCancellationHandler {
            try await task.value
        } onCancel: {
            task.cancel()
        }
    }
}
