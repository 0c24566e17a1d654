package import Context
internal import Crypto
internal import CryptoExtras

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

extension Cryptography {
    /// Uses swift-crypto.
    package static let live = Cryptography(
        digest: { pieces in
            var digest = SHA256()
            for piece in pieces {
                piece.withUnsafeBytes { digest.update(bufferPointer: $0) }
            }
            return Array(digest.finalize())
        },
        authenticationCode: { message, key in
            Array(HMAC<SHA256>.authenticationCode(for: message, using: SymmetricKey(data: key)))
        },
        randomBytes: { count in
            var generator = SystemRandomNumberGenerator()
            return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
        },
        newKey: { algorithm throws(CommandError) in
            switch algorithm {
            case .rsa:
                // The library's errors don't help people.
                guard let key = try? _RSA.Signing.PrivateKey(keySize: .bits2048) else {
                    throw CommandError("the library couldn't make an RSA key")
                }
                return key.pkcs8PEMRepresentation + "\n"
            case .ed25519: return Ed25519Key.new()
            }
        },
        signingKey: { pem throws(CommandError) in
            do throws(SigningError) {
                if let key = Ed25519Key(pem: pem) { return key.signingKey }
                let key = try RSASigner(pem: pem)
                return SigningKey(algorithm: .rsa, publicKey: key.publicKey) { message throws(CommandError) in
                    do throws(SigningError) { return try key.signature(of: message) } catch {
                        throw CommandError("\(error)")
                    }
                }
            } catch {
                throw CommandError("\(error)")
            }
        })
}
