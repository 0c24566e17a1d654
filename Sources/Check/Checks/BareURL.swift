internal import Newsletter

/// A URL in the text isn't a link.
///
/// Readers can't click it. Write `[text](URL)`, or `<URL>` if the URL itself should be shown.
struct BareURL: Check {
    static let id = "bare-url"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let brackets = document.brackets
        return document.links.compactMap { link in
            guard link.kind == .bare, isText(link, in: document),
                !brackets.contains(where: { $0.whole.contains(link.whole.lowerBound) })
            else { return nil }
            return finding(
                "this URL isn't a link", at: link.url, in: document,
                explanation: "Readers can't click it; write '[text](URL)', or '<URL>' to show the URL itself.")
        }
    }

    /// Whether a URL is a word of its own; what is left of a broken link is reported by other checks.
    private func isText(_ link: Link, in document: Document) -> Bool {
        switch document.lines[link.line].kind {
        case .text, .item, .quote: break
        default: return false
        }
        guard link.whole.lowerBound > 0 else { return false }
        let before = document.bytes[link.whole.lowerBound - 1]
        guard ASCII.isSpace(before) else { return false }
        return !document.tags.contains { $0.whole.contains(link.whole.lowerBound) }
    }
}
