/// Which elements a page leaves open, and which it closes without having opened them: a scan by eye, with one regex.
struct PageBalance {
    private(set) var unclosed: [String] = []
    private(set) var unopened: [String] = []

    init(_ html: String) {
        // By scalars: a combining mark makes one character with the `>` before it.
        let tag = /<(\/?)([A-Za-z][^\s>\/]*)(?:[^>"']|"[^"]*"|'[^']*')*>/.matchingSemantics(.unicodeScalar)
        var rest = html[...]
        while let match = rest.firstMatch(of: tag) {
            rest = rest[match.range.upperBound...]
            let name = match.2.lowercased()
            if Self.void.contains(name) { continue }
            if match.1.isEmpty {
                unclosed.append(name)
                // What a script holds is no HTML.
                if Self.raw.contains(name) {
                    rest = rest.firstRange(of: "</\(name)").map { rest[$0.lowerBound...] } ?? ""
                }
            } else if let index = unclosed.lastIndex(of: name) {
                unclosed.remove(at: index)
            } else {
                unopened.append(name)
            }
        }
    }

    private static let void = ["area", "br", "col", "embed", "hr", "img", "input", "param", "source", "track", "wbr"]
    private static let raw = ["script", "style", "textarea", "iframe", "noembed", "xmp", "noframes"]
}
