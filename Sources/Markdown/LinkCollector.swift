/// Collects the content of a block and its nested blocks.
enum LinkCollector {
    /// All links of a block in document order, including links in raw HTML.
    static func links(in block: MarkdownNode) -> [InlineText.Link] {
        var links: [InlineText.Link] = []
        collect(block) { links += $0.links }
        return links
    }

    /// A block's text without markup; the texts of nested blocks are joined by spaces.
    static func text(of block: MarkdownNode) -> String {
        var parts: [String] = []
        collect(block) { part in
            let text = part.text.trimmed
            if !text.isEmpty { parts.append(text) }
        }
        return parts.joined(separator: " ")
    }

    private static func collect(_ block: MarkdownNode, into take: (InlineText) -> Void) {
        switch block.kind {
        case .paragraph, .heading, .tableCell:
            take(InlineText(of: block))
        case .htmlBlock:
            var text = InlineText()
            text.appendHTML(block.literal)
            text.closeAnchor()
            take(text)
        case .codeBlock:
            break
        default:
            for child in block.children { collect(child, into: take) }
        }
    }
}
