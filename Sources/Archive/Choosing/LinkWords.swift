internal import Address
internal import Newsletter

/// The words that characterise a link: the words of its title, host and path, and features such as its tags.
struct LinkWords {
    /// The words in order; each word and the next one also count as a pair.
    private(set) var sequence: [String] = []
    /// Features that only count on their own.
    private(set) var signs: [String] = []

    init(title: String, url: String, tags: [String]) {
        let host = LinkHost.of(url) ?? ""
        let path = Self.path(of: url)
        sequence = Self.words(of: title) + Self.words(of: host) + Self.words(of: path)
        // The whole host says more than its parts, and so does the author on a shared host.
        let plainHost = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        signs.append("host:\(plainHost)")
        if let owner = path.split(separator: "/").first { signs.append("place:\(plainHost)/\(owner)") }
        signs += tags.map { "tag:\($0.lowercased())" }
        if Self.namesVersion(title) { signs.append("sign:version") }
    }

    /// All features: words, pairs of neighbouring words, signs.
    var features: [String] {
        sequence + zip(sequence, sequence.dropFirst()).map { "\($0) \($1)" } + signs
    }

    /// Runs of two or more letters or digits, in lower case.
    static func words(of text: String) -> [String] {
        text.lowercased().split { character in
            !(character.isLetter || character.isNumber || character == "_")
        }.filter { $0.utf8.count > 1 }.map { $0.replacing("_", with: " ") }.flatMap { $0.split(separator: " ") }
            .map(String.init)
    }

    private static func path(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return url }
        let rest = url[start...]
        guard let slash = rest.firstIndex(of: "/") else { return "" }
        return String(rest[slash...].prefix { $0 != "?" && $0 != "#" })
    }

    /// Whether a title contains `0.19` or `v1.2`, which usually means that it announces a release.
    private static func namesVersion(_ title: String) -> Bool {
        let bytes = Array(title.utf8)
        return bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: ".") && index > 0 && index + 1 < bytes.count
                && 0x30...0x39 ~= bytes[index - 1] && 0x30...0x39 ~= bytes[index + 1]
        }
    }
}
