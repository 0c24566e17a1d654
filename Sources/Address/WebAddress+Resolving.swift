internal import Text

internal import Text

extension WebAddress {
    /// Resolves a reference on a page (RFC 3986, section 5.2), including `..`.
    package static func resolve(_ reference: String, from base: String) -> String {
        let reference = reference.trimmedBlanks
        if hasScheme(reference) { return reference }
        guard let schemeEnd = base.range(ofBytes: "://") else { return reference }
        if reference.hasPrefix("//") { return base[..<schemeEnd.lowerBound] + ":" + reference }
        let afterScheme = base[schemeEnd.upperBound...]
        let pathStart = afterScheme.firstIndex { "/?#".contains($0) } ?? afterScheme.endIndex
        let origin = base[..<pathStart]
        let path = afterScheme[pathStart...].prefix { $0 != "?" && $0 != "#" }
        if reference.isEmpty { return String(origin + path) }
        if reference.hasPrefix("/") { return origin + withoutDots(reference) }
        if reference.hasPrefix("#") || reference.hasPrefix("?") { return origin + path + reference }
        let folder = path.lastIndex(of: "/").map { path[...$0] } ?? "/"
        return origin + withoutDots(folder + reference)
    }

    private static func hasScheme(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")), colon > text.startIndex else { return false }
        return text[..<colon].utf8.allSatisfy { byte in
            byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A || byte >= 0x30 && byte <= 0x39 || byte == 0x2B || byte == 0x2D
                || byte == 0x2E
        }
    }

    private static func withoutDots(_ path: String) -> String {
        let end = path.firstIndex { $0 == "?" || $0 == "#" } ?? path.endIndex
        var kept: [Substring] = []
        let parts = path[..<end].split(separator: "/", omittingEmptySubsequences: false).dropFirst()
        for part in parts {
            switch part {
            case ".": continue
            case "..": _ = kept.popLast()
            default: kept.append(part)
            }
        }
        if let last = parts.last, last == "." || last == ".." { kept.append("") }
        return "/" + kept.joined(separator: "/") + path[end...]
    }
}
