internal import Context
internal import Crypto

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// A private Ed25519 key in the PEM form of PKCS #8 (RFC 8410, section 7), which the library doesn't read or write.
struct Ed25519Key: Sendable {
    private let key: Curve25519.Signing.PrivateKey

    /// The DER bytes before the 32 bytes of the key: version 0, the algorithm 1.3.101.112, and two nested octet strings.
    private static let prefix: [UInt8] = [
        0x30, 0x2E, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2B, 0x65, 0x70, 0x04, 0x22, 0x04, 0x20,
    ]
    private static let (begin, end) = ("-----BEGIN PRIVATE KEY-----", "-----END PRIVATE KEY-----")

    /// Nil if the text is anything else, such as an RSA key.
    init?(pem: String) {
        let text = pem.replacing("\\n", with: "\n")
        guard let first = text.firstRange(of: Self.begin)?.upperBound,
            let last = text.firstRange(of: Self.end)?.lowerBound, first <= last,
            let der = Data(base64Encoded: String(text[first..<last].filter { !$0.isWhitespace })).map(Array.init),
            der.count == Self.prefix.count + 32, der.starts(with: Self.prefix),
            // Any 32 bytes are a key; the library throws for other lengths only.
            let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: der.suffix(32))
        else { return nil }
        self.key = key
    }

    /// A new key in PEM.
    static func new() -> String {
        let key = Curve25519.Signing.PrivateKey()
        let der = Data(prefix) + key.rawRepresentation
        return "\(begin)\n\(der.base64EncodedString())\n\(end)\n"
    }

    var signingKey: SigningKey {
        let key = key
        return SigningKey(algorithm: .ed25519, publicKey: Array(key.publicKey.rawRepresentation)) {
            message throws(CommandError) in
            // The library's errors don't help people.
            guard let signature = try? key.signature(for: message) else {
                throw CommandError("the library couldn't sign")
            }
            return Array(signature)
        }
    }
}
