/// A web URL split into the parts that are normalized separately.
struct AddressParts {
    /// Lower case, without port and user; see ``CanonicalHost``.
    var host: String
    var segments: [String]
    /// `name=value`, in the order of the URL.
    var parameters: [String]
    var fragment: String

    /// The normalized form of any URL; text that isn't a web URL is only trimmed.
    ///
    /// - Parameter isUnified: whether the several URLs that sites have for one thing become one, even if its path is no
    ///   longer one that readers know.
    static func normalized(_ url: String, isUnified: Bool) -> String {
        let text = trimmed(url)
        guard let scheme = scheme(of: text) else { return String(text) }
        let rest = Substring(text.utf8.dropFirst(scheme.utf8.count + 1))
        guard scheme.lowercased() == "http" || scheme.lowercased() == "https", rest.hasPrefix("//") else {
            return scheme.lowercased() + ":" + rest
        }
        var parts = AddressParts(afterSlashes: Substring(rest.utf8.dropFirst(2)))
        SiteShapes.unify(&parts)
        if isUnified { SiteIdentities.unify(&parts) }
        return parts.text
    }

    private init(afterSlashes rest: Substring) {
        let hash = rest.utf8.firstIndex(of: UInt8(ascii: "#")) ?? rest.endIndex
        let fragment = hash == rest.endIndex ? "" : rest[rest.utf8.index(after: hash)...]
        let beforeHash = rest[..<hash]
        let mark = beforeHash.utf8.firstIndex(of: UInt8(ascii: "?")) ?? beforeHash.endIndex
        let query = mark == beforeHash.endIndex ? "" : beforeHash[beforeHash.utf8.index(after: mark)...]
        let beforeQuery = beforeHash[..<mark]
        let slash = beforeQuery.utf8.firstIndex(of: UInt8(ascii: "/")) ?? beforeQuery.endIndex
        let host = CanonicalHost.folded(String(beforeQuery[..<slash]))
        self.host = host
        segments = beforeQuery[slash...].utf8.split(separator: UInt8(ascii: "/")).map {
            EscapedText.normalized(Self.withoutSession(Substring($0)), in: .path)
        }
        parameters = query.utf8.split(separator: UInt8(ascii: "&")).map { String(Substring($0)) }
            .filter { !TrackingParameters.contains(Self.name(of: $0), on: host) }
            .map { EscapedText.normalized($0[...], in: .query) }
        self.fragment = EscapedText.normalized(
            PositionalFragment.removed(from: fragment, on: host), in: .fragment)
        if let last = segments.last, Self.indexPages.contains(last), !Self.listsFiles(host) { segments.removeLast() }
    }

    private var text: String {
        var text = host
        for segment in segments { text += "/" + segment }
        if !parameters.isEmpty { text += "?" + parameters.sorted().joined(separator: "&") }
        if !fragment.isEmpty { text += "#" + fragment }
        return text
    }

    /// The value of a parameter.
    func value(of name: String) -> String? {
        parameters.first { $0.hasPrefix(name + "=") }.map { String($0.dropFirst(name.count + 1)) }
    }

    // MARK: Reading

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

    private static func name(of parameter: String) -> String {
        String(Substring(parameter.utf8.prefix { $0 != UInt8(ascii: "=") })).lowercased()
    }

    /// A segment without the session that some servers write into paths.
    private static func withoutSession(_ segment: Substring) -> Substring {
        guard let mark = segment.utf8.firstIndex(of: UInt8(ascii: ";")),
            segment[mark...].lowercased().hasPrefix(";jsessionid=")
        else { return segment }
        return segment[..<mark]
    }

    /// Names of pages that servers send for their folder.
    static let indexPages: Set<String> = ["index.html", "index.htm", "index.xhtml", "index.php"]

    /// Whether a site shows files as such, where `index.html` is a file like any other.
    private static func listsFiles(_ host: String) -> Bool {
        ["github.com", "gitlab.com", "codeberg.org", "raw.githubusercontent.com"].contains(host)
    }
}
