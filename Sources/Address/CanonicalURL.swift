/// The normalized form of a URL for comparison: two URLs with the same canonical form lead to the same page.
///
/// Messages always show the URL that the editor wrote.
package struct CanonicalURL: Hashable, Sendable, CustomStringConvertible {
    /// `host/path?parameters#route`, without a scheme for web URLs; other schemes are kept.
    package let description: String

    /// - Parameter url: a URL as an editor wrote it; text that isn't a web URL is only trimmed.
    package init(_ url: String) {
        self = PlainURL.canonical(url).map(CanonicalURL.init(canonical:)) ?? CanonicalURL(takingApart: url)
    }

    private init(canonical: String) {
        description = canonical
    }

    /// Creates the form by parsing the URL, which handles all URLs.
    init(takingApart url: String) {
        var rest = Self.trimmed(url)
        guard let scheme = Self.scheme(of: rest) else {
            description = String(rest)
            return
        }
        rest = Substring(rest.utf8.dropFirst(scheme.utf8.count + 1))
        guard scheme.lowercased() == "http" || scheme.lowercased() == "https", rest.hasPrefix("//") else {
            description = scheme.lowercased() + ":" + rest
            return
        }
        rest = Substring(rest.utf8.dropFirst(2))
        var (authority, path, query, fragment) = Self.parts(of: rest)
        authority = CanonicalHost.folded(authority)
        var segments = path.utf8.split(separator: UInt8(ascii: "/")).map { Self.decodingUnreserved(Substring($0)) }
        var parameters = query.utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) }
            .filter { !TrackingParameters.contains(Self.name(of: $0), on: authority) }
        KnownShapes.unify(host: &authority, segments: &segments, parameters: &parameters)
        var text = authority
        for segment in segments { text += "/" + segment }
        if !parameters.isEmpty { text += "?" + parameters.sorted().joined(separator: "&") }
        // A fragment is a position on a page, unless the page is an application that uses it for routing.
        if fragment.hasPrefix("!") || fragment.hasPrefix("/") { text += "#" + fragment }
        description = text
    }

    private static func trimmed(_ url: String) -> Substring {
        var text = url[...]
        // Nearly every URL begins and ends with a plain letter, which is a quick test.
        if let first = text.utf8.first, first < 0x21 || first > 0x7F {
            while let first = text.first, first.isWhitespace { text.removeFirst() }
        }
        if let last = text.utf8.last, last < 0x21 || last > 0x7F {
            while let last = text.last, last.isWhitespace { text.removeLast() }
        }
        return text
    }

    private static func scheme(of text: Substring) -> Substring? {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return nil }
        let scheme = text[..<colon]
        guard let first = scheme.utf8.first, first | 0x20 >= 0x61, first | 0x20 <= 0x7A else { return nil }
        let isScheme = scheme.utf8.allSatisfy { byte in
            byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2B || byte == 0x2D
                || byte == 0x2E
        }
        return isScheme ? scheme : nil
    }

    private static func parts(of rest: Substring) -> (
        authority: String, path: Substring, query: Substring, fragment: Substring
    ) {
        let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let fragment = hash == rest.endIndex ? "" : rest[rest.utf8.index(after: hash)...]
        let beforeHash = rest[..<hash]
        let mark = beforeHash.utf8.firstIndex(of: UInt8(ascii: "?")) ?? beforeHash.endIndex
        let query = mark == beforeHash.endIndex ? "" : beforeHash[beforeHash.utf8.index(after: mark)...]
        let beforeQuery = beforeHash[..<mark]
        let slash = beforeQuery.utf8.firstIndex(of: UInt8(ascii: "/")) ?? beforeQuery.endIndex
        return (String(beforeQuery[..<slash]), beforeQuery[slash...], query, fragment)
    }

    private static func name(of parameter: String) -> String {
        String(Substring(parameter.utf8.prefix { $0 != UInt8(ascii: "=") })).lowercased()
    }

    /// Decodes unreserved characters: `%7E` is `~` (RFC 3986, 6.2.2.2); other escapes stay, with capital digits.
    private static func decodingUnreserved(_ segment: Substring) -> String {
        guard segment.utf8.contains(UInt8(ascii: "%")) else { return String(segment) }
        var output: [UInt8] = []
        let bytes = Array(segment.utf8)
        var index = 0
        while index < bytes.count {
            if bytes[index] == UInt8(ascii: "%"), index + 2 < bytes.count,
                let value = UInt8(String(decoding: bytes[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
            {
                if isUnreserved(value) || isBracket(value) {
                    output.append(value)
                } else {
                    output += String(decoding: bytes[index...(index + 2)], as: UTF8.self).uppercased().utf8
                }
                index += 3
            } else {
                output.append(bytes[index])
                index += 1
            }
        }
        return String(decoding: output, as: UTF8.self)
    }

    /// Whether a byte is a parenthesis. Parentheses were unreserved before RFC 3986 (RFC 2396, 2.3), and editors often
    /// escape them because of Markdown.
    private static func isBracket(_ value: UInt8) -> Bool { value == UInt8(ascii: "(") || value == UInt8(ascii: ")") }

    private static func isUnreserved(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F, 0x7E: true
        default: false
        }
    }
}
