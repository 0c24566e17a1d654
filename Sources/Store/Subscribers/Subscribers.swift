package import Address
package import Context

/// The subscribers and the suppression list, inside one transaction.
package struct Subscribers {
    let connection: any StoreConnection
    private let cryptography: Cryptography
    /// In seconds since 1970.
    package let now: Int
    /// Nil as long as no address can be on the suppression list.
    private let salt: [UInt8]?
    /// The number of the next new subscriber; nil until one is added.
    var next: Int?

    package init(_ connection: any StoreConnection, _ cryptography: Cryptography, now: Int) throws {
        self.connection = connection
        self.cryptography = cryptography
        self.now = now
        salt = try StoreKeys.salt(connection)
    }

    /// Makes and verifies the tokens of this store.
    package func tokens() throws -> SubscriberTokens { try StoreKeys.tokens(connection, cryptography) }

    package func find(_ address: MailAddress) throws -> Subscriber? {
        try connection.row(.subscriberByAddress, [.text(address.key)]).map(Subscriber.init)
    }

    package func find(id: Int) throws -> Subscriber? {
        try connection.row(.subscriberById, [.integer(id)]).map(Subscriber.init)
    }

    // MARK: Suppression list

    /// Why an address is on the suppression list; nil if it isn't.
    package func suppression(of address: MailAddress) throws -> SuppressionReason? {
        guard let hash = hash(of: address), let row = try connection.row(.suppression, [.bytes(hash)]) else {
            return nil
        }
        return SuppressionReason(rawValue: try row.text(0)) ?? .unsubscribed
    }

    func suppress(_ address: MailAddress, _ reason: SuppressionReason) throws {
        guard let hash = hash(of: address) else { return }
        try connection.execute(.insertSuppression, [.bytes(hash), .text(reason.rawValue), .integer(now)])
    }

    /// After a new consent.
    func endSuppression(of address: MailAddress) throws {
        guard let hash = hash(of: address) else { return }
        try connection.execute(.deleteSuppression, [.bytes(hash)])
    }

    private func hash(of address: MailAddress) -> [UInt8]? {
        salt.map { cryptography.authenticationCode(Array(address.key.utf8), $0) }
    }

    // MARK: Preferences

    package func preferences(of subscriber: Int) throws -> [SubscriberPreference] {
        try connection.rows(.preferences, [.integer(subscriber)]).compactMap { row in
            guard let kind = SubscriberPreference.Kind(rawValue: try row.text(0)) else { return nil }
            return SubscriberPreference(kind, try row.text(1))
        }
    }

    /// Replaces the preferences of a subscriber.
    package func setPreferences(_ preferences: [SubscriberPreference], of subscriber: Int) throws {
        try connection.execute(.deletePreferences, [.integer(subscriber)])
        for preference in preferences {
            try connection.execute(
                .insertPreference, [.integer(subscriber), .text(preference.kind.rawValue), .text(preference.name)])
        }
    }

    /// Whether anybody has preferences.
    package func hasPreferences() throws -> Bool { try connection.row(.anyPreference) != nil }
}
