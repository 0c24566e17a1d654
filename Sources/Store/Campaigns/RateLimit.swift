/// How many messages may be sent in a time, spread evenly: the token bucket holds little more than one message.
///
/// The bucket is in the store as the time of its next message (the generic cell rate algorithm, ITU-T I.371), so that a
/// restart doesn't fill it.
package struct RateLimit: Hashable, Sendable {
    /// What is limited: a receiving domain, or nothing for everything.
    package var name: String
    /// Microseconds between two messages.
    package var interval: Int

    /// How much too early a message may be, in microseconds: a late one must not slow down those that follow.
    static let tolerance = 20_000

    /// - Parameters:
    ///   - count: how many messages in the period.
    ///   - period: in seconds. No window of this length has more messages.
    package init(name: String, count: Int, period: Int) {
        self.name = name
        let length = period * 1_000_000 + 2 * Self.tolerance
        interval = (length + count - 1) / max(1, count)
    }

    /// When the message after one that is sent now may be sent.
    func next(after next: Int, now: Int) -> Int { max(next, now - Self.tolerance) + interval }
}

extension Campaigns {
    /// When all limits allow a message, in microseconds since 1970.
    func nextMessage(_ limits: [RateLimit]) throws -> Int {
        try limits.map { try next($0) }.max() ?? 0
    }

    func take(_ limits: [RateLimit]) throws {
        for limit in limits {
            let next = limit.next(after: try next(limit), now: milliseconds * 1000)
            try connection.execute(.setRateLimit, [.text(limit.name), .integer(next)])
        }
    }

    private func next(_ limit: RateLimit) throws -> Int {
        try connection.row(.rateLimit, [.text(limit.name)])?.integer(0) ?? 0
    }
}
