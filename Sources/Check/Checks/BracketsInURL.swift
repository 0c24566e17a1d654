internal import Newsletter

/// An address has round brackets.
///
/// Some readers of Markdown end the address at the first closing one. `%28` and `%29` mean the same to every server.
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
                "the address has round brackets", at: first..<(splices.last?.range.bytes.upperBound ?? first + 1),
                in: document,
                explanation: "Some readers of Markdown end it too early.",
                fixes: [Fix("Write %28 and %29", isSafe: true, splices)])
        }
    }
}
