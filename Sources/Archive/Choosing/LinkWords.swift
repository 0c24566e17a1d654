internal import Address
internal import Newsletter

/// The words that characterise a link: the words of its title, host and path, and features such as its tags.
struct LinkWords {
    /// The words in order; each word and the next one also count as a pair.
    private(set) var sequence: [String] = []
    /// Features that only count on their own.
    private(set) var signs: [String] = []
    /// The host and the first part of the path, which is the author on a shared host.
    private(set) var sites: [String] = []

    init(title: String, url: String, tags: [String]) {
        let host = LinkHost.of(url) ?? ""
        let path = Self.path(of: url)
        let titleWords = Self.words(of: title)
        sequence = titleWords + Self.words(of: host) + Self.words(of: path)
        // The whole host says more than its parts, and so does the author on a shared host.
        let plainHost = host.hasPrefix("www.") ? String(host.dropFirst(4)) : host
        let parts = path.split(separator: "/")
        sites = ["host:\(plainHost)", "place:\(plainHost)/\(parts.first ?? "")"]
        signs = parts.isEmpty ? [sites[0]] : sites
        signs += tags.map { "tag:\($0.lowercased())" }
        signs += Self.shape(of: title, words: titleWords).map { "sign:\($0)" }
        if let first = titleWords.first { signs.append("first:\(first)") }
        if Self.forges.contains(plainHost) {
            signs.append("forge:\(parts.count > 2 ? String(parts[2]) : "\(parts.count) parts")")
        }
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

    /// What a title looks like: releases, series and questions tend to be in different sections.
    private static func shape(of title: String, words: [String]) -> [String] {
        var signs: [String] = []
        if namesVersion(title) { signs.append("version") }
        if title.hasSuffix("?") { signs.append("question") }
        if title.contains("#") || words.contains(where: Self.numbered.contains) {
            signs.append("number")
        }
        if words.contains(where: isYear) { signs.append("year") }
        return signs
    }

    private static func isYear(_ word: String) -> Bool {
        word.utf8.count == 4 && (word.hasPrefix("19") || word.hasPrefix("20")) && Int(word) != nil
    }

    private static func path(of url: String) -> String {
        guard let start = url.firstRange(of: "://")?.upperBound else { return url }
        let rest = url[start...]
        guard let slash = rest.firstIndex(of: "/") else { return "" }
        return String(rest[slash...].prefix { $0 != "?" && $0 != "#" })
    }

    private static let forges: Set<String> = ["github.com", "gitlab.com", "codeberg.org"]
    private static let numbered: Set<String> = ["part", "episode", "issue"]

    /// Whether a title contains `0.19` or `v1.2`, which usually means that it announces a release.
    private static func namesVersion(_ title: String) -> Bool {
        let bytes = Array(title.utf8)
        return bytes.indices.contains { index in
            bytes[index] == UInt8(ascii: ".") && index > 0 && index + 1 < bytes.count
                && 0x30...0x39 ~= bytes[index - 1] && 0x30...0x39 ~= bytes[index + 1]
        }
    }
}
