import Context
import Crypto
import Foundation
import Signing
import Testing

@Suite struct CryptographyTests {
    private let cryptography = Cryptography.live

    /// The vectors of FIPS 180-4's examples and RFC 4231, section 4.2.
    @Test func computesDigestsAndAuthenticationCodes() {
        #expect(
            hex(cryptography.digest([Array("ab".utf8)[...], [], Array("c".utf8)[...]]))
                == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
        #expect(
            hex(cryptography.authenticationCode(Array("Hi There".utf8), [UInt8](repeating: 0x0B, count: 20)))
                == "b0344c61d8db38535ca8afceaf0bf12b881dc200c9833da726e9376c2e32cff7")
    }

    @Test func signsTokensWithRSAOnly() throws {
        let signer = Signer(cryptography)
        let pem = try cryptography.newKey(.rsa)
        #expect(try signer.sign([1, 2], pem) == cryptography.signingKey(pem).sign([1, 2]))
        let other = try cryptography.newKey(.ed25519)
        #expect(throws: CommandError("the key isn't a private RSA key in PEM format")) {
            try signer.sign([1, 2], other)
        }
    }

    @Test func makesRandomBytes() {
        #expect(cryptography.randomBytes(32).count == 32)
        #expect(cryptography.randomBytes(32) != cryptography.randomBytes(32))
    }

    @Test func readsTheKeyOfRFC8410() throws {
        let pem = """
            -----BEGIN PRIVATE KEY-----
            MC4CAQAwBQYDK2VwBCIEINTuctv5E1hK1bbY8fdp+K06/nwoy/HU++CXqI9EdVhC
            -----END PRIVATE KEY-----
            """
        let key = try cryptography.signingKey(pem)
        #expect(key.algorithm == .ed25519)
        #expect(hex(key.publicKey) == "19bf44096984cdfe8541bac167dc3b96c85086aa30b6b6cb0c5c38ad703166e1")
    }

    @Test(arguments: SigningKey.Algorithm.allCases) func signsWithNewKeys(algorithm: SigningKey.Algorithm) throws {
        let key = try cryptography.signingKey(cryptography.newKey(algorithm))
        #expect(key.algorithm == algorithm)
        let signature = try key.sign(Array("message".utf8))
        #expect(signature.count == (algorithm == .rsa ? 256 : 64))
        if algorithm == .ed25519 {
            let verifier = try Curve25519.Signing.PublicKey(rawRepresentation: key.publicKey)
            #expect(verifier.isValidSignature(signature, for: Array("message".utf8)))
        }
    }

    @Test func refusesOtherTexts() {
        #expect(throws: CommandError("the key isn't a private RSA key in PEM format")) {
            try cryptography.signingKey("-----BEGIN PRIVATE KEY-----\nMC4=\n-----END PRIVATE KEY-----")
        }
    }

    private func hex(_ bytes: [UInt8]) -> String {
        bytes.map { String(format: "%02x", $0) }.joined()
    }
}
