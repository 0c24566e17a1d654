/// The host names that a local server accepts.
///
/// A web page can point its own name to 127.0.0.1 and then read the responses (DNS rebinding), but the `Host` field
/// still contains that name.
struct AllowedHosts: Sendable {
    private let names: Set<String>

    /// - Parameter names: additional names, such as that of a proxy in front of the server.
    init(_ names: [String] = []) {
        self.names = Set(names.map { $0.lowercased() })
    }

    /// - Parameter authority: the `Host` field: a name or address, with or without a port (RFC 9110, section 7.2).
    func contains(_ authority: String?) -> Bool {
        guard let authority else { return false }
        let host = Self.host(of: authority.lowercased())
        // RFC 6761, section 6.3: these names always resolve to this machine.
        return host == "localhost" || host.hasSuffix(".localhost") || host == "[::1]" || Self.isLoopback(host)
            || names.contains(String(host))
    }

    private static func host(of authority: String) -> Substring {
        var host = authority[...]
        if let colon = host.lastIndex(of: ":"), host[colon...].dropFirst().utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            host = host[..<colon]
        }
        return host.hasSuffix(".") ? host.dropLast() : host
    }

    /// Whether a host is an address in 127.0.0.0/8.
    private static func isLoopback(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
