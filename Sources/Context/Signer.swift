/// Signs tokens.
package struct Signer: Sendable {
    /// Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 7518, section 3.3); the key is in PEM.
    package var sign: @Sendable (_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8]

    package init(sign: @escaping @Sendable (_ message: [UInt8], _ key: String) throws(CommandError) -> [UInt8]) {
        self.sign = sign
    }

    /// A signer that uses the keys of a cryptography library.
    package init(_ cryptography: Cryptography) {
        sign = { message, key throws(CommandError) in
            let key = try cryptography.signingKey(key)
            guard key.algorithm == .rsa else {
                throw CommandError("the key isn't a private RSA key in PEM format")
            }
            return try key.sign(message)
        }
    }

    /// A signer that always fails, for commands that don't use signing keys.
    package static let none = Signer { _, _ throws(CommandError) in throw CommandError("signing isn't available here") }
}

/// Why something outside the program failed: a message without full stop and without secrets.
package struct CommandError: Error, Hashable, Sendable, CustomStringConvertible {
    package var description: String

    package init(_ description: String) {
        self.description = description
    }
}
