package import Context

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The DNS record with the public key of a signing key (RFC 6376, section 3.6.1; RFC 8463, section 4).
package struct DKIMRecord: Sendable {
    /// The name of the record, such as `sennight-rsa._domainkey.example.org`.
    package let name: String
    private let algorithm: SigningKey.Algorithm
    private let publicKey: String

    package init(of key: SigningKey, selector: String, domain: String) {
        name = "\(selector)._domainkey.\(domain)"
        algorithm = key.algorithm
        publicKey = Data(key.publicKey).base64EncodedString()
    }

    package var text: String { "v=DKIM1; k=\(algorithm.rawValue); p=\(publicKey)" }

    /// The record as a line of a zone file, in strings of at most 255 bytes (RFC 1035, section 3.3.14).
    package var zoneLine: String {
        var strings: [Substring] = []
        var rest = text[...]
        while !rest.isEmpty {
            strings.append(rest.prefix(250))
            rest = rest.dropFirst(250)
        }
        return "\(name). IN TXT ( \(strings.map { "\"\($0)\"" }.joined(separator: " ")) )"
    }

    /// How the DNS differs from this record.
    package enum Comparison: Hashable, Sendable {
        case same
        case missing
        /// There are several records, of which receivers may use any.
        case several(Int)
        case otherKey
        /// An empty `p=`: receivers treat all signatures of this selector as invalid.
        case revoked
        /// The tags of the record don't allow this key, such as `k=` with another algorithm.
        case tag(String)
    }

    /// - Parameter texts: the TXT records at ``name``.
    package func comparison(with texts: [String]) -> Comparison {
        guard let text = texts.first else { return .missing }
        guard texts.count == 1 else { return .several(texts.count) }
        var tags: [String: String] = [:]
        for part in text.split(separator: ";") {
            guard let equals = part.firstIndex(of: "=") else { continue }
            let name = part[..<equals].filter { !$0.isWhitespace }
            tags[name] = part[part.index(after: equals)...].filter { !$0.isWhitespace }
        }
        if let version = tags["v"], version != "DKIM1" { return .tag("v=\(version)") }
        if let kind = tags["k"] ?? "rsa" as String?, kind != algorithm.rawValue { return .tag("k=\(kind)") }
        if let hashes = tags["h"], !hashes.split(separator: ":").contains("sha256") { return .tag("h=\(hashes)") }
        if let services = tags["s"], !services.split(separator: ":").contains(where: { $0 == "*" || $0 == "email" }) {
            return .tag("s=\(services)")
        }
        guard let key = tags["p"] else { return .otherKey }
        if key.isEmpty { return .revoked }
        return key == publicKey ? .same : .otherKey
    }
}
