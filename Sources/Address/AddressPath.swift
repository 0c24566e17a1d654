/// The path of a web address.
enum AddressPath {
    /// The path without `.` and `..` (RFC 3986, section 5.2.4), beginning with a slash.
    static func withoutDots(_ path: String) -> String {
        guard path.utf8.contains(UInt8(ascii: ".")) else { return path.hasPrefix("/") ? path : "/" + path }
        var kept: [Substring] = []
        let segments = (path.hasPrefix("/") ? path.dropFirst() : path[...])
            .split(separator: "/", omittingEmptySubsequences: false)
        for (index, segment) in segments.enumerated() {
            let isLast = index == segments.count - 1
            switch segment.lowercased() {
            case ".", "%2e": if isLast { kept.append("") }
            case "..", ".%2e", "%2e.", "%2e%2e":
                if !kept.isEmpty { kept.removeLast() }
                if isLast { kept.append("") }
            default: kept.append(segment)
            }
        }
        return "/" + kept.joined(separator: "/")
    }
}

extension WebAddress {
    /// Resolves a reference against this address, such as a redirect's `Location` (RFC 3986, section 5.2).
    package func resolving(_ reference: String) throws(Fault) -> WebAddress {
        let text = reference.utf8.drop { $0 <= 0x20 }
        let rest = Substring(text)
        if Self.hasScheme(rest) { return try WebAddress(String(rest)) }
        if rest.utf8.starts(with: "//".utf8) {
            return try WebAddress(isSecure: isSecure, afterSlashes: Substring(rest.utf8.dropFirst(2)))
        }
        var address = self
        let path = target.prefix { $0 != "?" }
        switch rest.utf8.first {
        case UInt8(ascii: "/"): address.setTarget(rest)
        case UInt8(ascii: "?"): address.setTarget(path + rest)
        case UInt8(ascii: "#"), nil: address.setTarget(target + rest)
        default: address.setTarget(path[...(path.lastIndex(of: "/") ?? path.startIndex)] + rest)
        }
        return address
    }

    /// Whether a colon comes before any slash, question mark or hash.
    private static func hasScheme(_ text: Substring) -> Bool {
        let marks = [UInt8(ascii: ":"), UInt8(ascii: "/"), UInt8(ascii: "?"), UInt8(ascii: "#")]
        return text.utf8.first { marks.contains($0) } == UInt8(ascii: ":")
    }
}
