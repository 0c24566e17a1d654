package import Address
package import Context
package import Store

/// What readers do themselves: sign up, confirm, unsubscribe.
package struct Subscriptions: Sendable {
    package let store: any StoreBackend
    package let cryptography: Cryptography
    package let clock: Clock
    /// How long the link in a confirmation works, in days.
    package let confirmationDays: Int

    package init(store: any StoreBackend, cryptography: Cryptography, clock: Clock, confirmationDays: Int) {
        self.store = store
        self.cryptography = cryptography
        self.clock = clock
        self.confirmationDays = confirmationDays
    }

    /// Makes the keys, and forgets the confirmations that the ends of servers interrupted repeatedly: they may have been
    /// sent.
    ///
    /// - Returns: how many confirmations.
    /// - Throws: ``StoreError``.
    package func prepare() async throws -> Int {
        try await store.changeSubscribers(cryptography, now: clock.seconds) { subscribers in
            try subscribers.endInterruptedConfirmations()
        }
    }

    /// Keeps a sign-up, with the same work for every address; ``ConfirmationDelivery`` acts on it.
    ///
    /// - Throws: ``StoreError``.
    package func signUp(_ address: MailAddress) async throws {
        let now = clock.seconds
        try await store.write { connection in try SignUpQueue.add(address, connection, cryptography, now: now) }
    }

    /// Whether the token of a link is genuine and not too old. Changes nothing.
    ///
    /// - Throws: ``StoreError``.
    package func canConfirm(_ token: String) async throws -> Bool { try await accepts(token, for: .confirm) }

    /// Whether the token of a link is genuine. Changes nothing.
    ///
    /// - Throws: ``StoreError``.
    package func canUnsubscribe(_ token: String) async throws -> Bool { try await accepts(token, for: .unsubscribe) }

    private func accepts(_ token: String, for purpose: SubscriberToken.Purpose) async throws -> Bool {
        let now = clock.seconds
        return try await store.readSubscribers(cryptography, now: now) { subscribers in
            try verified(token, for: purpose, subscribers) != nil
        }
    }

    /// Makes a subscriber active.
    ///
    /// - Returns: whether the subscriber is active now; false if the token isn't genuine, or is too old.
    /// - Throws: ``StoreError``.
    package func confirm(_ token: String) async throws -> Bool {
        guard try await accepts(token, for: .confirm) else { return false }
        return try await store.changeSubscribers(cryptography, now: clock.seconds) { subscribers in
            guard let known = try verified(token, for: .confirm, subscribers) else { return false }
            return try subscribers.confirm(known) != .outdated
        }
    }

    /// Ends a subscription.
    ///
    /// - Returns: whether the token is genuine; then the subscription has ended, even if nobody had it any more.
    /// - Throws: ``StoreError``.
    package func unsubscribe(_ token: String) async throws -> Bool {
        // Forged tokens must not make the store write.
        guard try await accepts(token, for: .unsubscribe) else { return false }
        return try await store.changeSubscribers(cryptography, now: clock.seconds) { subscribers in
            guard let known = try verified(token, for: .unsubscribe, subscribers) else { return false }
            try subscribers.end(id: known.subscriber, as: .unsubscribed)
            return true
        }
    }

    private func verified(
        _ token: String, for purpose: SubscriberToken.Purpose, _ subscribers: Subscribers
    ) throws -> SubscriberToken? {
        let tokens = try subscribers.tokens()
        do throws(SubscriberToken.Fault) {
            return try tokens.verified(
                token, for: purpose, now: subscribers.now, lifetime: confirmationDays * 86_400)
        } catch {
            return nil
        }
    }
}
