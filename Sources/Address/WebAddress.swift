/// An absolute `http` or `https` address, split into its parts.
///
/// Parsing is stricter than in browsers: an address is refused if programs disagree about its host. The address is
/// printed in a normalized form, which every program reads in the same way.
package struct WebAddress: Hashable, Sendable {
    package var isSecure: Bool
    package var host: WebHost
    package var port: Int
    /// Path and query, in ASCII, beginning with a slash.
    package var target: String
    /// The fragment in ASCII, without `#`.
    package var fragment: String?

    /// The reason why an address isn't requested.
    package enum Fault: Error, Hashable, Sendable {
        case notAnAddress
        /// The address is refused; the text completes the sentence "not requested: …".
        case refused(String)
    }

    package init(_ text: String) throws(Fault) {
        let trimmed = text.trimmingBlanks()
        guard let colon = trimmed.utf8.firstIndex(of: UInt8(ascii: ":")) else { throw .notAnAddress }
        let scheme = trimmed[..<colon].lowercased()
        guard let first = scheme.utf8.first, UInt8(ascii: "a")...UInt8(ascii: "z") ~= first,
            scheme.utf8.allSatisfy(Self.isSchemeByte)
        else { throw .notAnAddress }
        guard scheme == "http" || scheme == "https" else { throw .refused("only http and https are requested") }
        let rest = trimmed[trimmed.utf8.index(after: colon)...]
        guard rest.utf8.starts(with: "//".utf8) else { throw .notAnAddress }
        try self.init(isSecure: scheme == "https", afterSlashes: Substring(rest.utf8.dropFirst(2)))
    }

    init(isSecure: Bool, afterSlashes rest: Substring) throws(Fault) {
        let end = rest.utf8.firstIndex { [UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")].contains($0) }
        let authority = rest[..<(end ?? rest.endIndex)]
        // Browsers treat a backslash as a slash, other programs as part of the name.
        guard !authority.isEmpty, authority.utf8.allSatisfy({ $0 > 0x20 && $0 != 0x7F && $0 != UInt8(ascii: "\\") })
        else { throw .notAnAddress }
        guard !authority.utf8.contains(UInt8(ascii: "@")) else {
            throw .refused("the address contains a user name or a password")
        }
        self.isSecure = isSecure
        let (host, digits) = Self.splitPort(authority)
        self.host = try WebHost(host)
        port = try Self.port(digits) ?? (isSecure ? 443 : 80)
        guard !RefusedPorts.all.contains(port) else { throw .refused("port \(port) isn't allowed for web requests") }
        (target, fragment) = ("/", nil)
        setTarget(rest[authority.endIndex...])
    }

    /// Sets everything after the host.
    mutating func setTarget(_ text: Substring) {
        let hash = text.utf8.firstIndex(of: UInt8(ascii: "#"))
        fragment = hash.map { AddressEscaping.escaped(text[text.utf8.index(after: $0)...]) }
        let whole = text[..<(hash ?? text.endIndex)]
        let mark = whole.utf8.firstIndex(of: UInt8(ascii: "?"))
        let path = AddressEscaping.escaped(whole[..<(mark ?? whole.endIndex)])
        target = AddressPath.withoutDots(path)
        if let mark { target += AddressEscaping.escaped(whole[mark...]) }
    }

    /// Splits an authority at the last colon that isn't within brackets.
    private static func splitPort(_ authority: Substring) -> (host: Substring, port: Substring?) {
        guard let colon = authority.utf8.lastIndex(of: UInt8(ascii: ":")),
            !authority[colon...].utf8.contains(UInt8(ascii: "]"))
        else { return (authority, nil) }
        return (authority[..<colon], authority[authority.utf8.index(after: colon)...])
    }

    private static func port(_ digits: Substring?) throws(Fault) -> Int? {
        guard let digits, !digits.isEmpty else { return nil }
        guard digits.utf8.count <= 5, digits.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }),
            let port = Int(digits), 1...65_535 ~= port
        else { throw .notAnAddress }
        return port
    }

    private static func isSchemeByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "+"),
            UInt8(ascii: "-"), UInt8(ascii: "."):
            true
        default: false
        }
    }

    /// Scheme, host and port: the scope of credentials.
    package var origin: String {
        let name = (isSecure ? "https://" : "http://") + host.text
        return port == (isSecure ? 443 : 80) ? name : "\(name):\(port)"
    }

    /// The address as it is requested, without the fragment.
    package var requestText: String { origin + target }
}

extension WebAddress: CustomStringConvertible {
    package var description: String { requestText + (fragment.map { "#" + $0 } ?? "") }
}

extension String {
    /// The text without spaces, tabs and line breaks at its ends.
    fileprivate func trimmingBlanks() -> Substring {
        var rest = utf8[...]
        while let first = rest.first, first <= 0x20 { rest.removeFirst() }
        while let last = rest.last, last <= 0x20 { rest.removeLast() }
        return Substring(rest)
    }
}
