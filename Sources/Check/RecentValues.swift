internal import Synchronization

/// Computed values, of which the last ones are kept: enough for issues that are checked in order, however many there are.
final class RecentValues<Value: Sendable>: Sendable {
    private struct State {
        var values: [Int: Value] = [:]
        /// The keys in the order in which they were added, used as a ring.
        var keys: [Int] = []
        var next = 0
    }

    private let state = Mutex(State())
    private let capacity: Int

    init(capacity: Int = 64) {
        self.capacity = capacity
    }

    /// - Parameter make: computes the value. It runs outside the lock, possibly for one key in two tasks at once.
    func value(_ key: Int, _ make: () -> Value) -> Value {
        if let known = state.withLock({ $0.values[key] }) { return known }
        let made = make()
        state.withLock { state in
            guard state.values.updateValue(made, forKey: key) == nil else { return }
            if state.keys.count < capacity {
                state.keys.append(key)
            } else {
                state.values[state.keys[state.next]] = nil
                state.keys[state.next] = key
                state.next = (state.next + 1) % capacity
            }
        }
        return made
    }
}
