package import Address

/// A subscriber to add, by an editor or from another list.
package struct NewSubscriber: Sendable {
    package var address: MailAddress
    package var state: SubscriberState
    /// In seconds since 1970; nil if it isn't known.
    package var consentTime: Int?
    package var consentSource: String

    package init(address: MailAddress, state: SubscriberState, consentTime: Int?, consentSource: String) {
        self.address = address
        self.state = state
        self.consentTime = consentTime
        self.consentSource = consentSource
    }
}

extension Subscribers {
    /// What adding somebody came to.
    package enum Addition: Hashable, Sendable {
        /// A new subscriber, with this number.
        case added(id: Int)
        /// A known subscriber, who had another state before.
        case changed(id: Int, from: SubscriberState)
        /// A known subscriber, whose state stays as it was.
        case known(id: Int, state: SubscriberState)
        /// Not added, because the address is on the suppression list.
        case suppressed(SuppressionReason)
    }

    static let counter = "next-subscriber"

    /// Adds somebody, unless the address is suppressed. Who has left goes onto the suppression list. A pending subscriber
    /// becomes active; nobody who has left becomes active or pending again.
    package mutating func add(_ new: NewSubscriber) throws -> Addition {
        if let reason = new.state.suppression {
            try suppress(new.address, reason)
        } else if let reason = try suppression(of: new.address) {
            return .suppressed(reason)
        }
        if let id = try insert(new, confirmationTime: nil) { return .added(id: id) }
        guard let known = try find(new.address) else { throw StoreError(.rejected(statement: "insert-subscriber")) }
        let isChange = new.state.suppression != nil || known.state == .pending && new.state == .active
        guard isChange, known.state != new.state else { return .known(id: known.id, state: known.state) }
        if new.state == .active {
            try connection.execute(
                .updateConsent,
                [.optional(new.consentTime), .text(new.consentSource), .integer(now), .integer(known.id)])
        } else {
            try connection.execute(.updateState, [.text(new.state.rawValue), .integer(now), .integer(known.id)])
        }
        return .changed(id: known.id, from: known.state)
    }

    /// - Returns: the new subscriber's number; nil if the address is known.
    mutating func insert(_ new: NewSubscriber, confirmationTime: Int?) throws -> Int? {
        let id = try next ?? connection.row(.counter, [.text(Self.counter)])?.integer(0) ?? 1
        next = id
        let changes = try connection.execute(
            .insertSubscriber,
            [
                .integer(id), .text(new.address.text), .text(new.address.key), .text(new.state.rawValue),
                .optional(new.consentTime), .text(new.consentSource), .optional(confirmationTime), .integer(now),
            ])
        guard changes > 0 else { return nil }
        next = id + 1
        return id
    }
}
