package import Address

/// A confirmation that is marked as being sent.
package struct ClaimedConfirmation: Sendable {
    package var subscriber: Int
    package var address: MailAddress
    /// How often it has been tried, including this time.
    package var attempts: Int
    /// For `confirm`, made now.
    package var token: String
    /// For `bounce`.
    package var bounceToken: String
}

extension Subscribers {
    /// How long a claimed confirmation may take, in seconds: longer than a server may take to reply. If the program ends in
    /// the meantime, the confirmation is sent again afterwards, because it was hardly ever sent before.
    package static let confirmationLease = 900
    /// How many interrupted attempts may be repeated.
    static let repeatedAttempts = 2

    /// Marks the next due confirmation as being sent, and counts it as sent today: whatever happens afterwards, a new
    /// sign-up causes no other one for a day.
    ///
    /// - Returns: nil if none is due.
    package func claimConfirmation() throws -> ClaimedConfirmation? {
        while let row = try connection.row(.dueConfirmation, [.integer(now), .integer(Self.repeatedAttempts)]) {
            let (id, attempts, created) = (try row.integer(0), try row.integer(1) + 1, try row.integer(2))
            guard now - created < Self.confirmationPause, let known = try find(id: id),
                let address = try wanted(known)
            else {
                try endConfirmation(of: id)
                continue
            }
            try connection.execute(
                .claimConfirmation, [.integer(attempts), .integer(now + Self.confirmationLease), .integer(id)])
            try connection.execute(.updateConfirmation, [.integer(now), .integer(id)])
            let tokens = try tokens()
            return ClaimedConfirmation(
                subscriber: id, address: address, attempts: attempts,
                token: tokens.text(SubscriberToken(subscriber: id, detail: now), for: .confirm),
                bounceToken: tokens.text(SubscriberToken(subscriber: id), for: .bounce))
        }
        return nil
    }

    /// Forgets a confirmation that was sent or given up.
    package func endConfirmation(of subscriber: Int) throws {
        try connection.execute(.deleteConfirmation, [.integer(subscriber)])
    }

    /// Queues a confirmation again that certainly wasn't sent.
    ///
    /// - Parameter due: in seconds since 1970.
    package func retryConfirmation(of subscriber: Int, at due: Int) throws {
        try connection.execute(.retryConfirmation, [.integer(due), .integer(subscriber)])
    }

    /// Forgets the confirmations that were being sent when the program ended, and aren't sent again. Call it before the
    /// first is claimed.
    ///
    /// - Returns: how many.
    package func endInterruptedConfirmations() throws -> Int {
        try connection.execute(.deleteInterruptedConfirmations, [.integer(Self.repeatedAttempts)])
    }

    /// Deletes who signed up on the web and hasn't confirmed.
    ///
    /// - Parameter days: since the last confirmation was sent to them.
    /// - Returns: how many.
    package func deleteUnconfirmed(after days: Int) throws -> Int {
        try connection.execute(.deleteUnconfirmed, [.integer(now - days * 86_400)])
    }

    /// The address, unless the person has confirmed, complained or been suppressed since they signed up.
    private func wanted(_ subscriber: Subscriber) throws -> MailAddress? {
        guard subscriber.state == .pending || subscriber.state == .unsubscribed else { return nil }
        let address = try Self.address(of: subscriber)
        if let reason = try suppression(of: address), !reason.endsWithConsent { return nil }
        return address
    }
}
