/// The system's time; tests provide their own.
package struct Clock: Sendable {
    /// Nanoseconds since 1970.
    package var now: @Sendable () -> Int
    /// Waits, unless the task is cancelled.
    package var sleep: @Sendable (_ length: Duration) async -> Void

    package init(
        now: @escaping @Sendable () -> Int,
        sleep: @escaping @Sendable (_ length: Duration) async -> Void = { length in
            // Cancelling the task ends the wait.
            try? await Task.sleep(for: length)
        }
    ) {
        self.now = now
        self.sleep = sleep
    }

    /// Seconds since 1970.
    package var seconds: Int { now() / 1_000_000_000 }
}
