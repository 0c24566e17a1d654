/// How many subscribers and suppressed addresses there are.
package struct SubscriberCounts: Hashable, Sendable {
    package var states: [SubscriberState: Int]
    package var suppressions: [SuppressionReason: Int]
    /// Including those who have left.
    package var total: Int { states.values.reduce(0, +) }
    package var suppressed: Int { suppressions.values.reduce(0, +) }
}

extension Subscribers {
    package func counts() throws -> SubscriberCounts {
        var counts = SubscriberCounts(states: [:], suppressions: [:])
        try connection.forEachRow(.countStates, []) { row in
            guard let state = SubscriberState(rawValue: try row.text(0)) else { return }
            counts.states[state] = try row.integer(1)
        }
        try connection.forEachRow(.countSuppressions, []) { row in
            guard let reason = SuppressionReason(rawValue: try row.text(0)) else { return }
            counts.suppressions[reason] = try row.integer(1)
        }
        return counts
    }

    /// Passes subscribers to a closure one by one, in the order in which they were added.
    ///
    /// - Parameter state: only those in this state; nil for everybody.
    package func forEach(in state: SubscriberState? = nil, _ body: (Subscriber) throws -> Void) throws {
        guard let state else {
            return try connection.forEachRow(.allSubscribers, []) { try body(Subscriber($0)) }
        }
        let values: [StoreValue] = [.text(state.rawValue), .integer(0), .integer(Int64.max)]
        try connection.forEachRow(.subscribersInState, values) { try body(Subscriber($0)) }
    }

    /// A portion of the subscribers in one state, in the order of their numbers.
    ///
    /// - Parameters:
    ///   - last: the number of the last one in the portion before; 0 for the first portion.
    ///   - limit: how many at most.
    package func portion(in state: SubscriberState, after last: Int, limit: Int) throws -> [Subscriber] {
        try connection.rows(.subscribersInState, [.text(state.rawValue), .integer(last), .integer(limit)])
            .map { try Subscriber($0) }
    }
}
