internal import Synchronization

/// Raised where an answer takes longer than a request allows.
struct TimedOut: Error {}

/// The longest that things may take, for many at once: one watch looks at all of them a few times a second.
///
/// A sleeping task for each would stay in memory for its whole time, also where what it waited for was done at once.
final class Deadlines: Sendable {
    private struct State: Sendable {
        var running: [ObjectIdentifier: (end: ContinuousClock.Instant, deadline: Deadline)] = [:]
        var isWatched = false
    }

    private let state = Mutex(State())

    /// How late an end may come.
    private static let interval = Duration.milliseconds(100)

    /// A deadline that passes in some seconds, until ``close(_:)``.
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

    /// Until there is nothing left to look at.
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

/// The longest that one thing, made of several steps, may take.
final class Deadline: Sendable {
    private struct State: Sendable {
        var hasPassed = false
        var stop: (@Sendable () -> Void)?
    }

    private let state = Mutex(State())

    var hasPassed: Bool { state.withLock(\.hasPassed) }

    /// Says what ends the present step when the deadline passes; it is ended at once where it has.
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

    /// Does a step that heeds its task's cancellation.
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
