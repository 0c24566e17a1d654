#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension WebClock {
    /// The machine's clock and chance.
    package static let live = WebClock(
        now: { Int(time(nil)) },
        sleep: { seconds in try? await Task.sleep(for: .seconds(seconds)) },
        random: { Double.random(in: 0..<1) })
}

/// Raised where an answer takes longer than a request allows.
struct TimedOut: Error {}

/// The longest that something may take.
enum Deadline {
    /// Cancels `work` after some seconds and throws ``TimedOut``; `work` must heed its cancellation.
    static func within<Value: Sendable>(
        seconds: Int, _ work: @escaping @Sendable () async throws -> Value
    ) async throws -> Value {
        try await withThrowingTaskGroup(of: Value.self) { group in
            group.addTask { try await work() }
            group.addTask {
                try await Task.sleep(for: .seconds(max(seconds, 1)))
                throw TimedOut()
            }
            defer { group.cancelAll() }
            guard let value = try await group.next() else { throw CancellationError() }
            return value
        }
    }
}
