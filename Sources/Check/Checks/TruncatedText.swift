internal import Newsletter

/// An entry's text is cut off with "…".
///
/// Forges and chats shorten long titles for display, and people copy the shortened title. Three dots after a short text
/// are its author's: pages shorten only what is long.
struct TruncatedText: Check {
    static let id = "truncated-text"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        document.titledLinks.compactMap { link in
            let text = document.bytes.trimmed(link.text)
            guard let length = Self.ellipsis(document.bytes[text]), Self.isForge(link, in: document) else { return nil }
            return finding(
                "the text is cut off", at: (text.upperBound - length)..<text.upperBound, in: document,
                explanation: "The title was copied from a page that shortens titles; write the whole title.")
        }
    }

    /// The number of bytes of the ellipsis that a page put at the end of a text.
    private static func ellipsis(_ text: ArraySlice<UInt8>) -> Int? {
        if text.suffix(3).elementsEqual("…".utf8) { return 3 }
        return text.count >= leastBytes && text.suffix(3).elementsEqual("...".utf8) ? 3 : nil
    }

    /// The length from which three dots may be a page's: forges show at least this much of a title.
    private static let leastBytes = 40

    /// Whether a link leads to a pull request or an issue, whose titles are known to be truncated. An essay may well be
    /// called "To be or not …".
    private static func isForge(_ link: Link, in document: Document) -> Bool {
        let url = document.bytes[link.url]
        return url.contains(UInt8(ascii: "/"))
            && (document.bytes.first("/pull/", in: link.url) != nil
                || document.bytes.first("/issues/", in: link.url) != nil
                || document.bytes.first("/merge_requests/", in: link.url) != nil)
    }
}
