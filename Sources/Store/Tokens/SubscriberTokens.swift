internal import Context

/// Makes and verifies tokens: HMAC-SHA-256 over the purpose, the subscriber's number and a detail. No address is in them.
///
/// All tokens for one purpose have the same length. They are signed with the latest key, and verify with every key that
/// the store has, so that the links of old mails outlive a change of keys.
package struct SubscriberTokens: Sendable {
    /// By number; the highest signs.
    private let keys: [Int: [UInt8]]
    private let newest: Int
    private let cryptography: Cryptography

    init(keys: [Int: [UInt8]], cryptography: Cryptography) {
        self.keys = keys
        self.cryptography = cryptography
        newest = keys.keys.max() ?? 0
    }

    /// 40 characters of URL-safe base64; for ``SubscriberToken/Purpose/bounce``, 48 characters of base32 in lower case,
    /// because some servers change the case of the local part.
    package func text(_ token: SubscriberToken, for purpose: SubscriberToken.Purpose) -> String {
        let content = token.bytes(purpose, key: newest)
        let bytes = content + code(of: content, keys[newest] ?? [])
        return purpose == .bounce ? Base32.text(bytes) : Base64URL.text(bytes)
    }

    /// A name for a message, from which nobody learns the subscriber's number. It stays the same when keys are rotated,
    /// so that it depends on the first key.
    ///
    /// - Parameter subject: what the message is about, such as the path of an issue.
    package func messageName(_ subject: String, subscriber: Int) -> String {
        let content = Array("sennight message\0\(subscriber)\0\(subject)".utf8)
        let first = keys.keys.min().flatMap { keys[$0] } ?? []
        return Base64URL.text(Array(cryptography.authenticationCode(content, first).prefix(Self.codeLength)))
    }

    /// The number of characters of every token for a purpose.
    package static func length(for purpose: SubscriberToken.Purpose) -> Int { purpose == .bounce ? 48 : 40 }

    /// What a token says.
    ///
    /// - Parameters:
    ///   - now: in seconds since 1970.
    ///   - lifetime: how long a `confirm` token is valid, in seconds; the others are valid forever.
    package func verified(
        _ text: String, for purpose: SubscriberToken.Purpose, now: Int, lifetime: Int
    ) throws(SubscriberToken.Fault) -> SubscriberToken {
        let length = SubscriberToken.length
        guard text.utf8.count == Self.length(for: purpose), let bytes = Self.bytes(text, purpose),
            bytes.count == length + Self.codeLength, bytes[0] == purpose.rawValue,
            let key = keys[SubscriberToken.key(in: bytes)]
        else { throw .invalid }
        let expected = code(of: Array(bytes[..<length]), key)
        // The time must not depend on the number of bytes that are right.
        guard zip(expected, bytes[length...]).reduce(0, { $0 | ($1.0 ^ $1.1) }) == 0 else { throw .invalid }
        let token = SubscriberToken(bytes: bytes)
        if purpose == .confirm, now - token.detail > lifetime { throw .expired }
        return token
    }

    /// In bytes: a part of the code, as RFC 2104, section 5, allows.
    private static let codeLength = 18

    private func code(of content: [UInt8], _ key: [UInt8]) -> [UInt8] {
        Array(cryptography.authenticationCode(Array("sennight token\0".utf8) + content, key).prefix(Self.codeLength))
    }

    private static func bytes(_ text: String, _ purpose: SubscriberToken.Purpose) -> [UInt8]? {
        if purpose == .bounce { return Base32.bytes(text) }
        // The decoder also accepts other spellings of the same bytes.
        return Base64URL.bytes(text).flatMap { Base64URL.text($0) == text ? $0 : nil }
    }
}
