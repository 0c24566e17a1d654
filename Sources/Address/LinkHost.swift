/// Finds the host of a URL that an editor wrote. Before a request, the web client validates the host far more strictly.
package enum LinkHost {
    /// The host in lower case, without user, port and brackets, or nil for a URL whose scheme isn't `http` or `https`.
    package static func of(_ url: String) -> String? {
        guard let colon = url.firstRange(of: "://") else { return nil }
        let scheme = url[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https", !url.utf8.contains(where: { $0 <= 0x20 }) else { return nil }
        let authority = url[colon.upperBound...].prefix { !"/?#".contains($0) }
        let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            afterUser.hasPrefix("[") ? afterUser.dropFirst().prefix { $0 != "]" } : afterUser.prefix { $0 != ":" }
        return host.isEmpty ? nil : host.lowercased()
    }
}
