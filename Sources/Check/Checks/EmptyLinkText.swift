internal import Newsletter

/// A link has no text, so that nobody can see or click it.
struct EmptyLinkText: Check {
    static let id = "empty-link-text"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.links.compactMap { link in
            guard link.kind == .inline, !link.isImage, !link.url.isEmpty,
                document.bytes.trimmed(link.text).isEmpty
            else { return nil }
            return finding(
                "the link has no text", at: link.whole, in: document,
                explanation: "Readers can't see or follow the link; write the page's title between the brackets.")
        }
    }
}
