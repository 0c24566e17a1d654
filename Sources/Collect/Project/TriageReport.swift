internal import Newsletter
internal import Text

/// A weekly report on a compiler's performance, the beginning of which goes into an issue.
struct TriageReport: Hashable, Sendable {
    /// The text between the title and the first group (`#### Regressions`), in Markdown.
    var excerpt: String

    /// - Returns: nil if there is no such text.
    init?(_ text: String) {
        // CR LF is one Character, and would not be found as a line end.
        var lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).map { line in
            Substring(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
        }[...]
        while let first = lines.first, first.allSatisfy(\.isWhitespace) { lines.removeFirst() }
        if let first = lines.first, Self.isTitle(first) { lines.removeFirst() }
        var excerpt = Array(lines.prefix { !Self.opensGroup($0) })
        while let last = excerpt.last, last.allSatisfy(\.isWhitespace) { excerpt.removeLast() }
        while let first = excerpt.first, first.allSatisfy(\.isWhitespace) { excerpt.removeFirst() }
        if excerpt.isEmpty { return nil }
        self.excerpt = excerpt.joined(separator: "\n")
    }

    /// Whether a line is a title such as `# 2025-12-02 Triage Log`; some titles have no `#`.
    private static func isTitle(_ line: Substring) -> Bool {
        if line.hasPrefix("# ") { return true }
        var cursor = line.split(separator: " ")[...]
        guard let day = cursor.popFirst(), Timestamp.local(String(day)) != nil else { return false }
        return cursor.last == "Log"
    }

    /// Whether a line begins a group; in the oldest reports, the group's name is alone on a line.
    private static func opensGroup(_ line: Substring) -> Bool {
        line.hasPrefix("####") || ["Regressions", "Improvements", "Mixed"].contains(String(line).trimmedBlanks)
    }
}
