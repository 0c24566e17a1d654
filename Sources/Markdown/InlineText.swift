/// The text of a paragraph or heading without markup, and the links in it.
struct InlineText {
    struct Link {
        var text: String
        var url: String
        /// The range of the link's text within the whole text, in UTF-8 bytes.
        var range: Range<Int>
    }

    private(set) var text = ""
    private(set) var links: [Link] = []
    private var openAnchor: (url: String, start: Int)?

    init() {}

    /// Flattens the inline children of a block.
    init(of block: MarkdownNode) {
        for child in block.children { append(child) }
        closeAnchor()
    }

    mutating func append(_ text: String) { self.text += text }

    /// Flattens a node and its descendants.
    mutating func append(_ node: MarkdownNode) {
        switch node.kind {
        case .text, .code:
            text += String(decoding: node.literal, as: UTF8.self)
        case .softBreak, .lineBreak:
            text += " "
        case .htmlInline:
            appendHTML(node.literal)
        case .link:
            let start = text.utf8.count
            for child in node.children { append(child) }
            let end = text.utf8.count
            links.append(
                Link(
                    text: Self.slice(text, start..<end),
                    url: String(decoding: node.url.drop { $0 <= 0x20 }, as: UTF8.self), range: start..<end))
        default:
            for child in node.children { append(child) }
        }
    }

    /// Appends raw HTML: links are kept, and all other tags are dropped.
    mutating func appendHTML(_ bytes: UnsafeBufferPointer<UInt8>) {
        var scanner = HTMLScanner(bytes)
        while let piece = scanner.next() {
            switch piece {
            case .text(let range):
                text += String(decoding: bytes[range], as: UTF8.self)
            case .startTag(let tag) where tag.name == "a":
                closeAnchor()
                if let href = tag.attribute("href", in: bytes) { openAnchor = (href, text.utf8.count) }
            case .startTag(let tag) where tag.name == "br":
                text += " "
            case .endTag(let name, _) where name == "a":
                closeAnchor()
            default: break
            }
        }
    }

    /// Closes an anchor without an end tag, which also counts as a link.
    mutating func closeAnchor() {
        guard let anchor = openAnchor else { return }
        let end = text.utf8.count
        links.append(Link(text: Self.slice(text, anchor.start..<end), url: anchor.url, range: anchor.start..<end))
        openAnchor = nil
    }

    static func slice(_ text: String, _ range: Range<Int>) -> String {
        let utf8 = text.utf8
        let start = utf8.index(utf8.startIndex, offsetBy: range.lowerBound)
        return String(decoding: utf8[start..<utf8.index(start, offsetBy: range.count)], as: UTF8.self)
    }
}

extension InlineText {
    /// Tags in brackets before the first link or word: `[video] [ES] [Title](…)`.
    ///
    /// Text in brackets that is a link isn't a tag.
    var leadingTags: (tags: [String], end: Int) {
        // Most texts have none, which can be determined without a copy.
        let blanks = text.utf8.prefix { $0 <= 0x20 }
        guard blanks.endIndex < text.utf8.endIndex, text.utf8[blanks.endIndex] == UInt8(ascii: "[") else {
            return ([], blanks.count)
        }
        let bytes = Array(text.utf8)
        var tags: [String] = []
        var index = 0
        while true {
            var start = index
            while start < bytes.count, bytes[start] <= 0x20 { start += 1 }
            guard start < bytes.count, bytes[start] == UInt8(ascii: "["),
                !links.contains(where: { $0.range.contains(start) }),
                let end = bytes[start...].firstIndex(of: UInt8(ascii: "]")), end - start <= 60
            else { return (tags, start) }
            let tag = String(decoding: bytes[(start + 1)..<end], as: UTF8.self)
            guard !tag.isEmpty, !tag.contains("[") else { return (tags, start) }
            tags.append(tag)
            index = end + 1
        }
    }
}

extension String {
    /// The text without whitespace at its ends.
    var trimmed: String {
        // Nearly all texts begin and end with an ASCII letter, which is a quick test.
        if let first = utf8.first, let last = utf8.last, 0x21...0x7E ~= first, 0x21...0x7E ~= last { return self }
        var slice = unicodeScalars[...]
        while let first = slice.first, first.isSpace { slice.removeFirst() }
        while let last = slice.last, last.isSpace { slice.removeLast() }
        return String(slice)
    }
}

extension Unicode.Scalar {
    /// The same as the property `White_Space`, which takes longer to look up.
    fileprivate var isSpace: Bool {
        isASCII ? value == 0x20 || 0x09...0x0D ~= value : properties.isWhitespace
    }
}
