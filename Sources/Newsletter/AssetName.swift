package import Text

/// Names of files that change with their content, so that a page always loads the files that it was built with.
package enum AssetName {
    /// The path of a file with its hash before the ending: `style.1a2b3c4d.css`.
    package static func hashed(_ path: String, _ content: Fingerprint) -> String {
        let dot = path.lastIndex(of: ".") ?? path.endIndex
        return path[..<dot] + "." + content.description.prefix(8) + path[dot...]
    }

    /// Whether a file of the site is named after its content: with eight or more hexadecimal digits, as here and by
    /// most bundlers, or as a part of the search index. Dates such as `20260728` aren't hashes, and pages and feeds
    /// never have such names.
    package static func isHashed(_ path: String) -> Bool {
        let name = path[(path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex)...]
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return false }
        if path.hasPrefix("search/"), name.hasSuffix(".txt") { return isSearchFile(name[..<dot]) }
        guard endings.contains(name[name.index(after: dot)...].lowercased()) else { return false }
        return name[..<dot].split(whereSeparator: { ".-_".contains($0) }).contains(where: isHash)
    }

    private static let endings: Set<String> = [
        "avif", "css", "gif", "ico", "jpeg", "jpg", "js", "map", "mjs", "otf", "png", "svg", "ttf", "wasm", "webp",
        "woff", "woff2",
    ]

    private static func isHash(_ word: Substring) -> Bool {
        guard word.utf8.count >= 8, word.utf8.allSatisfy({ isDigit($0) || 0x61...0x66 ~= $0 }) else { return false }
        let isDate = word.utf8.count == 8 && (word.hasPrefix("19") || word.hasPrefix("20"))
        return !isDate || !word.utf8.allSatisfy(isDigit)
    }

    /// `d-1a2b-0`: the kind, the hash and a number (`Search/FORMAT.md`, Names).
    private static func isSearchFile(_ name: Substring) -> Bool {
        let parts = name.split(separator: "-", omittingEmptySubsequences: false)
        return parts.count == 3 && parts[0].utf8.count == 1 && parts[1].utf8.count == 4 && !parts[2].isEmpty
            && parts[2].utf8.allSatisfy(isDigit)
    }

    private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }
}
