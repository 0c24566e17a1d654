package import Address

extension Subscribers {
    /// What a sign-up on the web came to. The person must not learn which.
    package enum SignUp: Hashable, Sendable {
        /// Send a confirmation, with a token for this subscriber.
        case confirmationDue(id: Int)
        /// Send nothing: already active, suppressed, or sent a confirmation in the last 24 hours.
        case nothingDue
    }

    /// In seconds: the least time between two confirmations to one address.
    package static let confirmationPause = 86_400

    /// Whether a sign-up of this address would be due for a confirmation. Only reads, so that a server can ask before it
    /// writes.
    package func isConfirmationDue(_ address: MailAddress) throws -> Bool {
        if let reason = try suppression(of: address), !reason.endsWithConsent { return false }
        guard let known = try find(address) else { return true }
        switch known.state {
        case .active, .bounced, .complained: return false
        case .pending, .unsubscribed: return known.confirmationTime.map { now - $0 >= Self.confirmationPause } ?? true
        }
    }

    /// Signs somebody up, who receives a confirmation at most once a day and becomes active by following its link.
    ///
    /// - Parameter source: where they signed up; kept with the consent.
    package mutating func signUp(_ address: MailAddress, source: String) throws -> SignUp {
        guard try isConfirmationDue(address) else { return .nothingDue }
        if let known = try find(address) {
            try connection.execute(.updateConfirmation, [.integer(now), .integer(known.id)])
            return .confirmationDue(id: known.id)
        }
        let new = NewSubscriber(address: address, state: .pending, consentTime: nil, consentSource: source)
        return try insert(new, confirmationTime: now).map { .confirmationDue(id: $0) } ?? .nothingDue
    }

    /// What following the link of a confirmation came to.
    package enum Confirmation: Hashable, Sendable {
        case confirmed
        case alreadyActive
        /// No such subscriber, or they have unsubscribed since the link was sent.
        case outdated
    }

    /// Makes a subscriber active, and takes the address off the suppression list.
    ///
    /// - Parameters:
    ///   - token: a verified one for `confirm`.
    ///   - source: kept with the consent; nil for that of the sign-up.
    package func confirm(_ token: SubscriberToken, source: String? = nil) throws -> Confirmation {
        guard let known = try find(id: token.subscriber) else { return .outdated }
        switch known.state {
        case .active: return .alreadyActive
        case .bounced, .complained: return .outdated
        // A mail scanner may follow an old link after the person has left.
        case .unsubscribed where token.detail < known.changed: return .outdated
        case .pending, .unsubscribed: break
        }
        let address = try Self.address(of: known)
        if let reason = try suppression(of: address), !reason.endsWithConsent { return .outdated }
        try endSuppression(of: address)
        try connection.execute(
            .updateConsent,
            [.integer(now), .text(source ?? known.consentSource), .integer(now), .integer(known.id)])
        return .confirmed
    }

    static func address(of subscriber: Subscriber) throws -> MailAddress {
        do throws(MailAddress.Fault) {
            return try MailAddress(subscriber.address)
        } catch {
            throw StoreError(.damaged(detail: "the address of subscriber \(subscriber.id) isn't an address"))
        }
    }
}
