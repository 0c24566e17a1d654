internal import Newsletter

/// A link's text is a URL.
///
/// A URL says little, and a screen reader spells it out; the page's title says more.
struct URLAsText: Check {
    static let id = "url-as-text"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let text = document.bytes[document.bytes.trimmed(link.text)]
            let isWeb = text.startsFolded(with: "https://") || text.startsFolded(with: "http://")
            guard isWeb || text.startsFolded(with: "www."), !text.contains(where: ASCII.isSpace),
                URLParts(document.bytes, link.url).isWeb
            else { return nil }
            return finding(
                "the link's text is a URL", at: link.text, in: document,
                explanation: "Write the page's title instead.")
        }
    }
}
