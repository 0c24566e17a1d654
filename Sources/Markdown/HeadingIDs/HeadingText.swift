internal import Newsletter

/// The text of a heading as other programs form ids from it.
enum HeadingText {
    /// The text without what typographic extensions turn into dashes and ellipses: runs of hyphens and of full stops
    /// outside code; nil if there are none.
    static func withoutDashes(_ heading: MarkdownNode) -> String? {
        var text = InlineText()
        var hasDashes = false
        func visit(_ node: MarkdownNode) {
            if node.kind == .text {
                let literal = String(decoding: node.literal, as: UTF8.self)
                if literal.contains("--") || literal.contains("...") { hasDashes = true }
                text.append(literal.replacing("---", with: "").replacing("--", with: "").replacing("...", with: ""))
            } else if node.firstChild != nil {
                for child in node.children { visit(child) }
            } else {
                text.append(node)
            }
        }
        for child in heading.children { visit(child) }
        return hasDashes ? text.text : nil
    }

    /// A heading as it is written, without its marks.
    static func written(_ source: SourceText, line: Int) -> String {
        let range = source.start(ofLine: line)..<source.start(ofLine: line + 1)
        var text = String(decoding: source.bytes[range], as: UTF8.self).trimmed[...]
        if text.hasPrefix("#") {
            text = text.drop { $0 == "#" }
            while text.last == "#" { text.removeLast() }
        }
        return String(text).trimmed
    }
}

/// The attributes at the end of a heading: `{#id}` of kramdown, Goldmark and Pandoc, `{: #id .class}` of kramdown and
/// Python-Markdown.
struct HeadingAttributes {
    let attributes: ElementAttributes
    /// How many bytes of the text they take, with the spaces before them.
    let length: Int

    /// - Parameter text: the heading's text.
    /// - Returns: nil if the heading doesn't end with attributes.
    init?(of heading: MarkdownNode, text: String) {
        // Braces at the end of code aren't attributes.
        guard text.utf8.last == UInt8(ascii: "}"), heading.lastChild?.kind == .text else { return nil }
        self.init(endOf: text)
    }

    /// - Returns: nil if the text doesn't end with attributes.
    init?(endOf text: String) {
        guard text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{") else { return nil }
        var inner = text[text.index(after: open)...].dropLast()
        let hasColon = inner.first == ":"
        if hasColon { inner = inner.dropFirst() }
        guard let attributes = ElementAttributes(inner, allowsOthers: hasColon) else { return nil }
        self.attributes = attributes
        let before = text[..<open]
        let spaces = before.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        length = text.utf8.count - before.utf8.count + spaces
    }
}

extension String {
    /// The text without a number of bytes at its end.
    func withoutLast(_ count: Int) -> String {
        count == 0 ? self : String(decoding: Array(utf8).dropLast(count), as: UTF8.self)
    }
}
