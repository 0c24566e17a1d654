package import Context

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Signs messages with DKIM (RFC 6376; RFC 8463 for Ed25519).
package struct DKIMSigner: Sendable {
    private let domain: String
    private let selector: String
    private let key: SigningKey
    private let cryptography: Cryptography

    /// - Parameters:
    ///   - domain: the signing domain, `d=`.
    ///   - selector: the name of the key's DNS record, below `_domainkey` and the domain.
    package init(domain: String, selector: String, key: SigningKey, cryptography: Cryptography) {
        self.domain = domain
        self.selector = selector
        self.key = key
        self.cryptography = cryptography
    }

    /// The field `DKIM-Signature` for a message.
    ///
    /// - Parameters:
    ///   - fields: the message's header, without signatures.
    ///   - bodyDigest: the SHA-256 digest of the body in its canonical form.
    ///   - time: in seconds since 1970.
    /// - Throws: if the library can't sign.
    func signature(of fields: [MessageField], bodyDigest: [UInt8], at time: Int) throws(CommandError) -> String {
        var names: [String] = []
        var data = ""
        for field in fields where Self.signed.contains(field.name.lowercased()) {
            names.append(field.name.lowercased())
            data += DKIMCanonical.field(field.name, field.body)
        }
        // Each name is listed once more, so that nobody can add another field of that name (RFC 6376, section 8.15).
        let listed = (names + Self.signed.filter { names.contains($0) || Self.protected.contains($0) })
            .joined(separator: ":")
        let algorithm = key.algorithm == .rsa ? "rsa-sha256" : "ed25519-sha256"
        let value =
            "v=1; a=\(algorithm); c=relaxed/relaxed; d=\(domain); s=\(selector); t=\(time);"
            + " h=\(listed); bh=\(Data(bodyDigest).base64EncodedString()); b="
        data += DKIMCanonical.field("DKIM-Signature", value).dropLast(1)
        let message = Array(data.utf8)
        // Ed25519 signs the digest (RFC 8463, section 3); for RSA, the digest is a part of the signature's algorithm.
        let signature = try key.sign(key.algorithm == .rsa ? message : cryptography.digest([message[...]]))
        return Self.folded(value, Data(signature).base64EncodedString())
    }

    /// The field with line breaks where they don't change the canonical form: at spaces, after colons would change it.
    private static func folded(_ value: String, _ signature: String) -> String {
        var lines = "DKIM-Signature:"
        var length = lines.utf8.count
        for tag in value.split(separator: " ") {
            if length + tag.utf8.count + 1 > 76 {
                lines += "\r\n"
                length = 0
            }
            lines += " \(tag)"
            length += tag.utf8.count + 1
        }
        // White space within `b=` is ignored (RFC 6376, section 3.5).
        var rest = signature[...]
        while !rest.isEmpty {
            lines += "\r\n \(rest.prefix(72))"
            rest = rest.dropFirst(72)
        }
        return lines + "\r\n"
    }

    private static let signed = [
        "from", "reply-to", "subject", "date", "to", "message-id", "mime-version", "content-type",
        "content-transfer-encoding", "list-id", "list-unsubscribe", "list-unsubscribe-post", "list-archive",
        "list-post", "auto-submitted",
    ]
    /// Fields that nobody may add, even though the message has none.
    private static let protected: Set<String> = ["reply-to"]
}

/// A field of a message's header.
package struct MessageField: Hashable, Sendable {
    package var name: String
    /// On one line, as ``HeaderText`` writes it.
    package var body: String

    package init(_ name: String, _ body: String) {
        self.name = name
        self.body = body
    }
}
