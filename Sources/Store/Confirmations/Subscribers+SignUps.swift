package import Address
package import Context

/// Sign-ups as they arrive. Keeping one takes the same work for every address; ``Subscribers/acceptSignUps(limit:source:)``
/// acts on them later.
package enum SignUpQueue {
    /// Keeps a sign-up until it is acted on, even if the program ends.
    ///
    /// - Parameter now: in seconds since 1970.
    package static func add(
        _ address: MailAddress, _ connection: any StoreConnection, _ cryptography: Cryptography, now: Int
    ) throws {
        try connection.execute(
            .insertSignUp, [.bytes(cryptography.randomBytes(16)), .text(address.text), .integer(now)])
    }

    /// Whether there is a sign-up that nobody has acted on.
    package static func hasSignUp(_ connection: any StoreConnection) throws -> Bool {
        try connection.row(.signUps, [.integer(1)]) != nil
    }

    /// Whether there is a confirmation to send.
    package static func hasDueConfirmation(_ connection: any StoreConnection, now: Int) throws -> Bool {
        try connection.row(.dueConfirmation, [.integer(now), .integer(Subscribers.repeatedAttempts)]) != nil
    }
}

extension Subscribers {
    /// Acts on sign-ups that have arrived: signs people up, and queues the confirmations that are due.
    ///
    /// - Parameters:
    ///   - limit: how many at most.
    ///   - source: where they signed up; kept with the consent.
    /// - Returns: how many sign-ups there were.
    package mutating func acceptSignUps(limit: Int, source: String) throws -> Int {
        let rows = try connection.rows(.signUps, [.integer(limit)])
        for row in rows {
            try connection.execute(.deleteSignUp, [.bytes(try row.bytes(0))])
            // Only addresses are kept; what damage has left of one isn't worth stopping for.
            guard let address = try? MailAddress(try row.text(1)) else { continue }
            if case .confirmationDue(let id) = try signUp(address, source: source) {
                try connection.execute(.insertConfirmation, [.integer(id), .integer(now)])
            }
        }
        return rows.count
    }
}
