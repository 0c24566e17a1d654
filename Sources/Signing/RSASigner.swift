internal import CryptoExtras

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Signs with RSASSA-PKCS1-v1_5 and SHA-256 (RFC 8017, section 8.2), an algorithm that is called RS256 in tokens (RFC
/// 7518, section 3.3).
package struct RSASigner: Sendable {
    private let key: _RSA.Signing.PrivateKey

    /// The minimum length of a key in bits (RFC 7518, section 3.3).
    private static let leastBits = 2048

    /// - Parameter pem: a private key, PKCS #1 or PKCS #8, without a passphrase. Line ends may be written as `\n`, the
    ///   usual form of a key where a secret must be a single line.
    package init(pem: String) throws(SigningError) {
        let text = pem.replacing("\\n", with: "\n")
        // The library's errors don't help people.
        guard let key = try? _RSA.Signing.PrivateKey(unsafePEMRepresentation: text) else {
            throw text.contains("ENCRYPTED") ? .encryptedKey : .noKey
        }
        guard key.keySizeInBits >= Self.leastBits else {
            throw .shortKey(bits: key.keySizeInBits, least: Self.leastBits)
        }
        self.key = key
    }

    /// The DER form of the SubjectPublicKeyInfo (RFC 5280, section 4.1).
    package var publicKey: [UInt8] { Array(key.publicKey.derRepresentation) }

    package func signature(of message: [UInt8]) throws(SigningError) -> [UInt8] {
        // The library's errors don't help people.
        guard let signature = try? key.signature(for: message, padding: .insecurePKCS1v1_5) else { throw .failed }
        return Array(signature.rawRepresentation)
    }
}

/// Why nothing was signed; never contains anything of the key itself.
package enum SigningError: Error, Hashable, Sendable, CustomStringConvertible {
    case noKey
    case encryptedKey
    case shortKey(bits: Int, least: Int)
    case failed

    /// The reason as a sentence without a full stop.
    package var description: String {
        switch self {
        case .noKey: "the key isn't a private RSA key in PEM format"
        case .encryptedKey: "the key has a passphrase"
        case .shortKey(let bits, let least): "the key has \(bits) bits, but it needs at least \(least)"
        case .failed: "the cryptography library couldn't sign with the key"
        }
    }
}
