internal import Newsletter

/// A link's text says nothing without its context: "click here", "link".
///
/// Readers skim links, and screen readers list them (WCAG 2.4.4).
struct VagueLinkText: Check {
    static let id = "vague-link-text"
    static let severity = Finding.Severity.hint

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let text = document.bytes.trimmed(link.text)
            guard !text.isEmpty, text.count <= Self.longest,
                Self.vague.contains(document.text(text).lowercased()), isTitle(link, document)
            else { return nil }
            return finding(
                "'\(document.text(text))' doesn't say where the link leads", at: text, in: document,
                explanation: "Link the words that name the page.")
        }
    }

    /// Whether a link is the title of an entry; in running text, "here" may be fine.
    private func isTitle(_ link: Link, _ document: Document) -> Bool {
        if link.text.count > 8 { return true }
        return document.section(at: link.whole.lowerBound)?.entries.contains { entry in
            entry.range.bytes.contains(link.whole.lowerBound) && entry.content != .prose
                && document.lines[link.line].kind == .item
                && !document.links(in: entry.range.bytes.lowerBound..<link.whole.lowerBound).contains {
                    $0.kind != .bare
                }
        } ?? false
    }

    private static let vague: Set<String> = [
        "click here", "here", "link", "this link", "click", "read more", "more", "this page", "hier", "klick hier",
        "mehr", "weiterlesen",
    ]
    private static let longest = 12
}
