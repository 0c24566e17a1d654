/// Finds the title of an HTML page.
package enum PageTitle {
    /// The text of the first `title` element; nil if there is none near the page's beginning, or it is empty.
    ///
    /// - Parameter contentType: the server's `Content-Type`.
    package static func title(of page: [UInt8], contentType: String? = nil) -> String? {
        let text = DecodedText(page, format: .html, contentType: contentType)
        var reader = TagReader(Array(text.bytes.prefix(262_144)))
        while let tag = reader.next() {
            if reader.isNamed(tag, "title") { return self.text(of: tag, in: reader) }
        }
        return nil
    }

    /// The text of a `title` element on one line, cut at 1,000 characters; nil if it is empty or never ends.
    package static func text(of tag: TagReader.Tag, in reader: TagReader) -> String? {
        guard let content = tag.content, content.upperBound < reader.bytes.count,
            let text = PageText.shown(reader.bytes[content].prefix(Self.longestTitle))?.onOneLine,
            !text.isEmpty
        else { return nil }
        let isLong = content.count > Self.longestTitle || text.count > 1_000
        return isLong ? String(text.prefix(999)) + "…" : text
    }

    /// The maximum length of a title in bytes, including its character references.
    private static let longestTitle = 8_000
}
