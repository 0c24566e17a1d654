import Context
import Newsletter
import Signing
import Synchronization
import Testing

@testable import Send

@Suite struct DKIMTests {
    /// The example of RFC 6376, section 3.4.5.
    @Test func makesTheCanonicalFormsOfTheExample() {
        #expect(
            DKIMCanonical.field("A", " X\r\n") + DKIMCanonical.field("B ", " Y\t\r\n\tZ  \r\n") == "a:X\r\nb :Y Z\r\n")
        let body = Array(" C \r\nD \t E\r\n\r\n\r\n".utf8)
        #expect(String(decoding: DKIMCanonical.body(body), as: UTF8.self) == " C\r\nD E\r\n")
    }

    @Test(arguments: [("", ""), ("\r\n", ""), ("\r\n\r\n", ""), ("a", "a"), ("a\r\n\r\nb\r\n", "a\r\n\r\nb\r\n")])
    func endsBodies(body: String, expected: String) {
        #expect(String(decoding: DKIMCanonical.body(Array(body.utf8)), as: UTF8.self) == expected)
    }

    @Test(arguments: SigningKey.Algorithm.allCases) func signsTheHeader(algorithm: SigningKey.Algorithm) throws {
        let cryptography = Cryptography.live
        let signed = Recorder()
        let key = SigningKey(algorithm: algorithm, publicKey: []) { message throws(CommandError) in
            signed.add(message)
            return Array("signature".utf8)
        }
        let signer = DKIMSigner(domain: "example.org", selector: "s1", key: key, cryptography: cryptography)
        let fields = [
            MessageField("From", "a@example.org"), MessageField("X-Other", "x"), MessageField("To", "b@example.org"),
        ]
        let written = try signer.signature(of: fields, bodyDigest: [1, 2, 3], at: 1_700_000_000)
        let value =
            "v=1; a=\(algorithm.rawValue)-sha256; c=relaxed/relaxed; d=example.org; s=s1; t=1700000000;"
            + " h=from:to:from:reply-to:to; bh=AQID; b="
        let data = Array("from:a@example.org\r\nto:b@example.org\r\ndkim-signature:\(value)".utf8)
        #expect(signed.all == [algorithm == .rsa ? data : cryptography.digest([data[...]])])
        #expect(written.split(separator: "\r\n").joined() == "DKIM-Signature: \(value) c2lnbmF0dXJl")
    }

    @Test(
        arguments: [
            ([], .missing),
            (["v=DKIM1; k=ed25519; p=AQID"], .same),
            (["v=DKIM1;k=ed25519;p=AQ ID;"], .same),
            (["v=DKIM1; k=ed25519; p=AQIE"], .otherKey),
            (["v=DKIM1; k=ed25519; p="], .revoked),
            (["v=DKIM1; p=AQID"], .tag("k=rsa")),
            (["v=DKIM2; k=ed25519; p=AQID"], .tag("v=DKIM2")),
            (["k=ed25519; h=sha1; p=AQID"], .tag("h=sha1")),
            (["k=ed25519; h=sha1:sha256; s=email; p=AQID"], .same),
            (["k=ed25519; s=tlsrpt; p=AQID"], .tag("s=tlsrpt")),
            (["v=DKIM1; k=ed25519; p=AQID", "v=spf1 -all"], .several(2)),
            (["nonsense"], .tag("k=rsa")),
        ] as [([String], DKIMRecord.Comparison)])
    func comparesRecords(texts: [String], expected: DKIMRecord.Comparison) {
        let key = SigningKey(algorithm: .ed25519, publicKey: [1, 2, 3]) { _ in [] }
        let record = DKIMRecord(of: key, selector: "s1", domain: "example.org")
        #expect(record.name == "s1._domainkey.example.org")
        #expect(record.comparison(with: texts) == expected)
    }

    @Test func splitsLongRecords() {
        let key = SigningKey(algorithm: .rsa, publicKey: [UInt8](repeating: 7, count: 294)) { _ in [] }
        let line = DKIMRecord(of: key, selector: "s1", domain: "example.org").zoneLine
        let strings = line.split(separator: "\"").enumerated().filter { $0.offset % 2 == 1 }.map(\.element)
        #expect(strings.count == 2)
        #expect(strings.allSatisfy { $0.utf8.count <= 255 })
    }
}

/// Keeps the messages that a key was asked to sign.
private final class Recorder: Sendable {
    private let messages = Mutex<[[UInt8]]>([])

    func add(_ message: [UInt8]) { messages.withLock { $0.append(message) } }
    var all: [[UInt8]] { messages.withLock { $0 } }
}
