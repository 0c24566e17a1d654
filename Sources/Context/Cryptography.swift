/// Cryptographic operations as values, so that stages and use cases need no library.
package struct Cryptography: Sendable {
    /// The SHA-256 digest (FIPS 180-4), 32 bytes, of the pieces in their order, as if they were joined.
    package var digest: @Sendable (_ pieces: [ArraySlice<UInt8>]) -> [UInt8]
    /// The HMAC-SHA-256 (RFC 2104), 32 bytes, of a message.
    package var authenticationCode: @Sendable (_ message: [UInt8], _ key: [UInt8]) -> [UInt8]
    /// Random bytes for keys and tokens.
    package var randomBytes: @Sendable (_ count: Int) -> [UInt8]
    /// A new private key in PEM (PKCS #8).
    package var newKey: @Sendable (_ algorithm: SigningKey.Algorithm) throws(CommandError) -> String
    /// Reads a private key in PEM; line ends may be written as `\n`.
    package var signingKey: @Sendable (_ pem: String) throws(CommandError) -> SigningKey

    package init(
        digest: @escaping @Sendable (_ pieces: [ArraySlice<UInt8>]) -> [UInt8],
        authenticationCode: @escaping @Sendable (_ message: [UInt8], _ key: [UInt8]) -> [UInt8],
        randomBytes: @escaping @Sendable (_ count: Int) -> [UInt8],
        newKey: @escaping @Sendable (_ algorithm: SigningKey.Algorithm) throws(CommandError) -> String,
        signingKey: @escaping @Sendable (_ pem: String) throws(CommandError) -> SigningKey
    ) {
        self.digest = digest
        self.authenticationCode = authenticationCode
        self.randomBytes = randomBytes
        self.newKey = newKey
        self.signingKey = signingKey
    }
}

/// A private key that signs messages.
package struct SigningKey: Sendable {
    package enum Algorithm: String, CaseIterable, Sendable {
        /// RSASSA-PKCS1-v1_5 with SHA-256 and at least 2,048 bits (RFC 8017, section 8.2).
        case rsa
        /// Ed25519 (RFC 8032).
        case ed25519
    }

    package var algorithm: Algorithm
    /// For RSA, the DER form of the SubjectPublicKeyInfo (RFC 5280, section 4.1); for Ed25519, the 32 bytes of the key.
    package var publicKey: [UInt8]
    /// For RSA, the signature of the message's SHA-256 digest; for Ed25519, that of the message itself.
    package var sign: @Sendable (_ message: [UInt8]) throws(CommandError) -> [UInt8]

    package init(
        algorithm: Algorithm, publicKey: [UInt8],
        sign: @escaping @Sendable (_ message: [UInt8]) throws(CommandError) -> [UInt8]
    ) {
        self.algorithm = algorithm
        self.publicKey = publicKey
        self.sign = sign
    }
}
