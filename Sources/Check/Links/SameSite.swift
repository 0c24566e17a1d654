internal import Address
internal import Context

/// Compares the hosts of two addresses.
enum SameSite {
    /// Whether two addresses are on the same site: the same host, ignoring `www.` and the like, or a host and its
    /// subdomain.
    static func holds(_ left: WebAddress, _ right: WebAddress) -> Bool {
        guard case .name(let left) = left.host, case .name(let right) = right.host else {
            return left.host == right.host
        }
        let (first, second) = (trimmed(left), trimmed(right))
        return first == second || first.hasSuffix("." + second) || second.hasSuffix("." + first)
    }

    private static func trimmed(_ host: String) -> Substring {
        for prefix in ["www.", "m.", "mobile."] where host.hasPrefix(prefix) { return host.dropFirst(prefix.count) }
        return host[...]
    }
}
