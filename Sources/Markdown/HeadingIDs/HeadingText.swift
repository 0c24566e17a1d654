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
    let id: String?
    /// How many bytes of the text they take, with the spaces before them.
    let length: Int

    /// - Returns: nil if the text doesn't end with attributes.
    init?(endOf text: String) {
        guard text.utf8.last == UInt8(ascii: "}"), let open = text.lastIndex(of: "{") else { return nil }
        var inner = text[text.index(after: open)...].dropLast()
        if inner.first == ":" { inner = inner.dropFirst() }
        let parts = inner.split(separator: " ")
        let areAttributes = parts.allSatisfy { part in
            (part.first == "#" || part.first == ".") && part.utf8.count > 1
                && part.dropFirst().utf8.allSatisfy {
                    0x30...0x39 ~= $0 || 0x61...0x7A ~= $0 | 0x20 || "-_.:".utf8.contains($0) || $0 >= 0x80
                }
        }
        guard !parts.isEmpty, areAttributes else { return nil }
        id = parts.first { $0.first == "#" }.map { String($0.dropFirst()) }
        let before = text[..<open]
        let spaces = before.utf8.reversed().prefix { $0 == 0x20 || $0 == 0x09 }.count
        length = text.utf8.count - before.utf8.count + spaces
    }

    /// A heading's text without attributes at its end.
    static func removed(from text: String) -> String {
        HeadingAttributes(endOf: text).map { String(decoding: text.utf8.dropLast($0.length), as: UTF8.self) } ?? text
    }
}
