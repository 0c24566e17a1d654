/// The host of an address as an editor wrote it. What is to be asked is judged far more strictly, by the web client.
package enum LinkHost {
    /// Lower-cased, without user, port and brackets; nil where it is no `http` or `https` address.
    package static func of(_ url: String) -> String? {
        guard let colon = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https", !url.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
        let authority = url[colon.upperBound...].prefix { !"/?#".contains($0) }
        let behindUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            behindUser.hasPrefix("[") ? behindUser.dropFirst().prefix { $0 != "]" } : behindUser.prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }
}
