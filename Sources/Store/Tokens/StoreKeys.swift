package import Context

/// The secret keys in a store. Each exists from its first use.
package enum StoreKeys {
    enum Purpose: String {
        case token
        case suppression
    }

    /// In bytes: as long as the digest (RFC 2104, section 3).
    private static let length = 32

    /// Makes the first keys, if there are none.
    ///
    /// - Parameter now: in seconds since 1970.
    package static func create(_ connection: some StoreConnection, _ cryptography: Cryptography, now: Int) throws {
        for purpose in [Purpose.token, .suppression] where try keys(connection, purpose).isEmpty {
            try add(connection, purpose, number: 1, cryptography, now: now)
        }
    }

    /// Makes a new key, which signs all tokens from now on; those before it still verify.
    ///
    /// - Returns: the new key's number.
    package static func rotate(_ connection: some StoreConnection, _ cryptography: Cryptography, now: Int) throws -> Int
    {
        let number = (try keys(connection, .token).keys.max() ?? 0) + 1
        try add(connection, .token, number: number, cryptography, now: now)
        return number
    }

    /// Signs and verifies with the keys of a store.
    package static func tokens(_ connection: some StoreConnection, _ cryptography: Cryptography) throws
        -> SubscriberTokens
    {
        SubscriberTokens(keys: try keys(connection, .token), cryptography: cryptography)
    }

    /// The salt of the suppression list; nil before its first use. It never changes, because the addresses behind the
    /// hashes are gone.
    static func salt(_ connection: some StoreConnection) throws -> [UInt8]? {
        try keys(connection, .suppression)[1]
    }

    private static func keys(_ connection: some StoreConnection, _ purpose: Purpose) throws -> [Int: [UInt8]] {
        var keys: [Int: [UInt8]] = [:]
        try connection.forEachRow(.keys, [.text(purpose.rawValue)]) { row in
            keys[try row.integer(0)] = try row.bytes(1)
        }
        return keys
    }

    private static func add(
        _ connection: some StoreConnection, _ purpose: Purpose, number: Int, _ cryptography: Cryptography, now: Int
    ) throws {
        try connection.execute(
            .insertKey,
            [
                .text(purpose.rawValue), .integer(number), .bytes(cryptography.randomBytes(length)), .integer(now),
            ])
    }
}
