extension HTMLRenderer {
    mutating func image(_ node: MarkdownNode, withTitle: Bool = true) {
        noteTarget(of: node)
        append("<img src=\"")
        appendAddress(node.url)
        append("\" alt=\"")
        append(text: escaped(InlineText(of: node).text))
        if withTitle, !node.title.isEmpty {
            append("\" title=\"")
            appendEscaped(node.title)
        }
        append("\">")
    }

    /// Renders an image with a title that is alone in its paragraph: the title becomes the caption.
    mutating func figure(_ image: MarkdownNode) {
        startLine()
        append("<figure>")
        self.image(image, withTitle: false)
        append("<figcaption>")
        appendEscaped(image.title)
        append("</figcaption></figure>\n")
    }
}
