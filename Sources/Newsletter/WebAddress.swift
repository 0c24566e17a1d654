/// An address that leads somewhere on the web: `http` or `https` and a host.
package struct WebAddress: Hashable, Sendable {
    package let text: String
    /// Lower-cased, without user, port and brackets.
    package let host: String

    package init?(_ text: String) {
        guard let colon = text.firstRange(of: "://") else { return nil }
        let scheme = text[..<colon.lowerBound].lowercased()
        guard scheme == "http" || scheme == "https" else { return nil }
        let authority = text[colon.upperBound...].prefix { !"/?#".contains($0) }
        let afterUser = authority.split(separator: "@", omittingEmptySubsequences: false).last ?? ""
        let host =
            afterUser.hasPrefix("[")
            ? afterUser.dropFirst().prefix { $0 != "]" } : afterUser.prefix { $0 != ":" }
        let isBlank = text.utf8.contains { $0 <= 0x20 }
        guard !host.isEmpty, !isBlank else { return nil }
        (self.text, self.host) = (text, host.lowercased())
    }
}
