internal import Text

/// Finds the steps for testing a feature in a text.
struct TestingSteps: Sendable {
    /// The phrases that announce the steps, in lower case: `testing steps` …
    var phrases: [String]

    enum Place: Hashable, Sendable {
        /// The text itself has the steps.
        case here
        case link(String)
    }

    /// A link whose text is one of the phrases, or a line that begins with one; a line that only mentions them doesn't
    /// count.
    func place(in text: String) -> Place? {
        var isFenced = false
        var found: Place?
        // CR LF is one Character, and would not be found as a line end.
        for bytes in text.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            // A line that names a link is short; searching a long one for many takes its time.
            let line = String(decoding: Array(bytes.prefix(4_096)), as: UTF8.self)
            if line.trimmedBlanks.hasPrefix("```") { isFenced.toggle() }
            if isFenced { continue }
            if let link = link(in: line) { return .link(link) }
            if found == nil, begins(line) { found = .here }
        }
        return found
    }

    private func begins(_ line: String) -> Bool {
        let words = line.lowercased().drop { "#*_->+0123456789.) \t".contains($0) }
        return phrases.contains { words.hasPrefix($0) }
    }

    /// The URL of a link such as `[Testing steps](https://…)`.
    private func link(in line: String) -> String? {
        var rest = line[...]
        while let middle = String(rest).range(ofBytes: "](") {
            let text = String(rest)
            let (before, after) = (text[..<middle.lowerBound], text[middle.upperBound...])
            let name = before.lastIndex(of: "[").map { before[before.index(after: $0)...] } ?? ""
            if let end = after.firstIndex(of: ")"), after.hasPrefix("http"),
                phrases.contains(where: { name.lowercased().contains($0) })
            {
                return String(after[..<end].prefix { $0 != " " })
            }
            rest = after
        }
        return nil
    }
}
