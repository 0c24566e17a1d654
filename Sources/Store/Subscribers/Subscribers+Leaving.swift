package import Address

extension Subscribers {
    /// Ends a subscription, and puts the address on the suppression list. May be repeated. A complaint or a bounce that
    /// is known already stays.
    ///
    /// - Parameters:
    ///   - id: the subscriber's number, from a verified token.
    ///   - state: `unsubscribed`, `bounced` or `complained`.
    /// - Returns: whether there is such a subscriber.
    @discardableResult
    package func end(id: Int, as state: SubscriberState) throws -> Bool {
        guard let known = try find(id: id) else { return false }
        try end(known, as: state)
        return true
    }

    package func end(_ subscriber: Subscriber, as state: SubscriberState) throws {
        guard let reason = state.suppression else { return }
        try suppress(try Self.address(of: subscriber), reason)
        if state == .unsubscribed, subscriber.state.suppression != nil { return }
        try connection.execute(.updateState, [.text(state.rawValue), .integer(now), .integer(subscriber.id)])
    }

    /// Deletes everything about a person but a hash of the address on the suppression list. The hash is made with a key
    /// of this store, so that nobody can find the address by trying.
    ///
    /// - Returns: whether the person was a subscriber.
    package func erase(_ address: MailAddress) throws -> Bool {
        let known = try find(address)
        if let known {
            try connection.execute(.forgetDeliveries, [.integer(known.id)])
            try connection.execute(.deleteSubscriber, [.integer(known.id)])
        }
        try suppress(address, .erased)
        return known != nil
    }
}
