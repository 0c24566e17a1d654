import CryptoExtras
import Foundation
import Testing

@testable import Signing

@Suite struct RSASignerTests {
    private let message = Array("header.claims".utf8)

    private func isValid(_ signature: [UInt8], of key: _RSA.Signing.PrivateKey) -> Bool {
        key.publicKey.isValidSignature(
            _RSA.Signing.RSASignature(rawRepresentation: signature), for: message, padding: .insecurePKCS1v1_5)
    }

    @Test func signsSoThatThePublicKeyVerifies() throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        for pem in [key.pemRepresentation, key.pkcs8PEMRepresentation] {
            let signature = try RSASigner(pem: pem).signature(of: message)
            #expect(signature.count == 256)
            #expect(isValid(signature, of: key))
        }
    }

    @Test func signsNothingElseAlike() throws {
        let (key, other) = (
            try _RSA.Signing.PrivateKey(keySize: .bits2048), try _RSA.Signing.PrivateKey(keySize: .bits2048)
        )
        let signer = try RSASigner(pem: key.pemRepresentation)
        #expect(!isValid(try signer.signature(of: message + [0]), of: key))
        #expect(!isValid(try signer.signature(of: message), of: other))
    }

    @Test func readsAKeyOnOneLine() throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        let pem = key.pemRepresentation.replacing("\n", with: "\\n")
        #expect(!pem.contains("\n"))
        #expect(isValid(try RSASigner(pem: pem).signature(of: message), of: key))
    }

    @Test func refusesWhatIsNoPrivateKey() throws {
        let key = try _RSA.Signing.PrivateKey(keySize: .bits2048)
        for text in ["", "secret", key.publicKey.pemRepresentation] {
            #expect(throws: SigningError.noKey) { try RSASigner(pem: text) }
        }
        let encrypted = "-----BEGIN ENCRYPTED PRIVATE KEY-----\nAAAA\n-----END ENCRYPTED PRIVATE KEY-----\n"
        #expect(throws: SigningError.encryptedKey) { try RSASigner(pem: encrypted) }
    }

    @Test func refusesAShortKey() throws {
        let key = try _RSA.Signing.PrivateKey(unsafeKeySize: .init(bitCount: 1024))
        #expect(throws: SigningError.shortKey(bits: 1024, least: 2048)) { try RSASigner(pem: key.pemRepresentation) }
    }
}
