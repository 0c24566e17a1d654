/// The names that a server on this machine answers to.
///
/// A page on the web may point a name of its own at 127.0.0.1 and read what it gets (DNS rebinding); the `Host` field still
/// has that name.
struct AllowedHosts: Sendable {
    private let names: Set<String>

    /// - Parameter names: further ones, such as that of a proxy in front of the server.
    init(_ names: [String] = []) {
        self.names = Set(names.map { $0.lowercased() })
    }

    /// - Parameter authority: the `Host` field: a name or address, with or without a port (RFC 9110, section 7.2).
    func contains(_ authority: String?) -> Bool {
        guard let authority else { return false }
        let host = Self.host(of: authority.lowercased())
        // RFC 6761, section 6.3: these names lead nowhere else.
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

    /// 127.0.0.0/8.
    private static func isLoopback(_ host: Substring) -> Bool {
        let parts = host.split(separator: ".", omittingEmptySubsequences: false)
        return parts.count == 4 && parts[0] == "127" && parts.allSatisfy { UInt8($0) != nil }
    }
}
