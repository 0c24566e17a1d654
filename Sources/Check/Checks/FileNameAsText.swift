internal import Newsletter

/// An image's alternative text is the name of a file, or there is none.
///
/// Readers who can't see the image hear or read this text instead; say what the image shows (WCAG 1.1.1).
struct FileNameAsText: Check {
    static let id = "file-name-as-text"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.links.compactMap { link in
            guard link.isImage else { return nil }
            let text = document.bytes[document.bytes.trimmed(link.text)].map(ASCII.lowered)
            guard Self.endings.contains(where: { text.suffix($0.utf8.count).elementsEqual($0.utf8) }),
                !text.contains(0x20)
            else { return nil }
            return finding(
                "the image's alternative text is a file name", at: link.text, in: document,
                explanation: "Say what the image shows.")
        }
    }

    private static let endings = [".png", ".jpg", ".jpeg", ".gif", ".svg", ".webp"]
}
