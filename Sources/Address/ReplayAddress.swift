/// The path of a web address on a server that replays recorded responses: `/https/forum.example.org/t/57.json`.
package enum ReplayAddress {
    package static func target(of address: WebAddress) -> String {
        let authority = address.origin.drop { $0 != ":" }.dropFirst(3)
        return "/\(address.isSecure ? "https" : "http")/\(authority)\(address.target)"
    }

    /// The web address that a request target encodes, or nil if it doesn't encode one.
    package static func address(of target: some StringProtocol) -> WebAddress? {
        let parts = target.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].isEmpty, parts[1] == "https" || parts[1] == "http" else { return nil }
        return try? WebAddress("\(parts[1])://\(parts[2])")
    }
}
