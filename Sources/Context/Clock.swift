/// The time outside; tests give their own.
package struct Clock: Sendable {
    /// Nanoseconds since 1970.
    package var now: @Sendable () -> Int

    package init(now: @escaping @Sendable () -> Int) {
        self.now = now
    }
}
