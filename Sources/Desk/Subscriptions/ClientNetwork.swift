internal import Address
internal import HTTPTypes
internal import NIOCore
internal import Newsletter

/// The network that a client belongs to: what one household, company or attacker usually has. A /24 of IPv4, a /48 of
/// IPv6; an IPv6 address that contains an IPv4 address (RFC 4291, section 2.5.5.2) counts as that.
struct ClientNetwork: Hashable, Sendable {
    private let prefix: UInt64
    private let isVersion6: Bool

    init(_ address: IPAddress) {
        let isMapped = address.isVersion6 && address.high == 0 && address.low >> 32 == 0xFFFF
        isVersion6 = address.isVersion6 && !isMapped
        prefix = isVersion6 ? address.high >> 16 : (address.low & 0xFFFF_FFFF) >> 8
    }
}

/// Finds out where requests come from if proxies pass them on.
struct TrustedProxies: Sendable {
    private let addresses: Set<IPAddress>

    /// - Throws: a ``Diagnostic`` if one isn't an IP address.
    init(_ texts: [String]) throws(Diagnostic) {
        var addresses: Set<IPAddress> = []
        for text in texts {
            guard let address = IPAddress(text) else {
                throw Diagnostic(
                    "'\(text)' isn't an IP address",
                    remedy: "Give --trust-proxy the address of the proxy, like 127.0.0.1")
            }
            addresses.insert(Self.plain(address))
        }
        self.addresses = addresses
    }

    static func address(_ socket: SocketAddress) -> IPAddress? { socket.ipAddress.flatMap { IPAddress($0) } }

    /// The network of the client: that of the peer, or, if the peer is a trusted proxy, of the last address in
    /// `X-Forwarded-For` that isn't one. What comes before it was written by somebody unknown.
    ///
    /// - Returns: nil if nothing is known, as for a Unix domain socket.
    func network(of headers: HTTPFields, peer: IPAddress?) -> ClientNetwork? {
        guard let peer else { return nil }
        var client = peer
        if let name = HTTPField.Name("X-Forwarded-For") {
            var hops = headers[values: name].flatMap { $0.split(separator: ",") }[...]
            while addresses.contains(Self.plain(client)), let hop = hops.popLast() {
                // An entry that isn't an address ends the chain.
                guard let address = IPAddress(hop.filter { $0 != " " }) else { break }
                client = address
            }
        }
        return ClientNetwork(client)
    }

    /// An IPv4 address as such, even if it is inside an IPv6 address.
    private static func plain(_ address: IPAddress) -> IPAddress {
        let isMapped = address.isVersion6 && address.high == 0 && address.low >> 32 == 0xFFFF
        return isMapped ? IPAddress(version4: UInt32(truncatingIfNeeded: address.low)) : address
    }
}
