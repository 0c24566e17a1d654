/// The host in a web address: a name, or an IP address in its standard notation.
package enum WebHost: Hashable, Sendable {
    /// A host name in lower-case ASCII, without a full stop at the end.
    case name(String)
    case address(IPAddress)

    /// The host in the form that it has in a web address.
    package var text: String {
        switch self {
        case .name(let name): name
        case .address(let address): address.isVersion6 ? "[\(address)]" : "\(address)"
        }
    }

    /// Parses a host as strictly as possible: text that one program reads as an IP address and another as a name is
    /// refused.
    init(_ text: Substring) throws(WebAddress.Fault) {
        let bytes = Array(text.utf8)
        if bytes.first == UInt8(ascii: "[") {
            guard bytes.count > 2, bytes.last == UInt8(ascii: "]"), let address = IPAddress(text.dropFirst().dropLast())
            else { throw .refused("its host name is spelt in an unusual way") }
            self = .address(address)
            return
        }
        // Percent signs and zones; no host name contains them.
        guard !bytes.contains(UInt8(ascii: "%")) else { throw .refused("its host name is spelt in an unusual way") }
        if let address = IPAddress(text), !address.isVersion6 {
            self = .address(address)
            return
        }
        self = .name(try Self.name(text))
    }

    private static func name(_ text: Substring) throws(WebAddress.Fault) -> String {
        var labels: [String] = []
        for label in text.split(separator: ".", omittingEmptySubsequences: false) {
            labels.append(try DomainLabel.ascii(label))
        }
        if labels.count > 1, labels.last?.isEmpty == true { labels.removeLast() }
        let name = labels.joined(separator: ".")
        guard let last = labels.last, name.utf8.count <= 253, labels.allSatisfy({ 1...63 ~= $0.utf8.count }) else {
            throw .notAnAddress
        }
        // Decimal, octal and hexadecimal numbers, which resolvers read as IPv4 (WHATWG URL, "ends in a number").
        if last.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }) || last.hasPrefix("0x") {
            throw .refused("its host name is spelt in an unusual way")
        }
        if labels.count == 1 || localEndings.contains(where: { name == $0 || name.hasSuffix("." + $0) }) {
            throw .refused("its host name belongs to the local network")
        }
        return name
    }

    /// Top-level domains that no public name has: RFC 6761, 6762, 7686, 8375, and those that ICANN reserves because
    /// they are used privately.
    private static let localEndings = [
        "localhost", "localdomain", "local", "internal", "intranet", "private", "corp", "home", "lan", "home.arpa",
        "onion",
    ]
}
