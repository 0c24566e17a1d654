internal import Newsletter

/// A URL contains parentheses.
///
/// Some Markdown renderers end the URL at the first closing parenthesis. `%28` and `%29` mean the same to every server.
struct BracketsInURL: Check {
    static let id = "brackets-in-url"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.links.compactMap { link in
            guard link.kind == .inline, let first = link.url.first(where: { document.bytes[$0] == UInt8(ascii: "(") }),
                URLParts(document.bytes, link.url).isWeb
            else { return nil }
            let splices = link.url.compactMap { offset -> Fix.Splice? in
                switch document.bytes[offset] {
                case UInt8(ascii: "("): document.splice(offset..<(offset + 1), "%28")
                case UInt8(ascii: ")"): document.splice(offset..<(offset + 1), "%29")
                default: nil
                }
            }
            return finding(
                "the URL contains parentheses", at: first..<(splices.last?.range.bytes.upperBound ?? first + 1),
                in: document,
                explanation: "Some Markdown renderers end the URL too early.",
                fixes: [Fix("Write %28 and %29", isSafe: true, splices)])
        }
    }
}
