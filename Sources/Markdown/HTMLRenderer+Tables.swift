extension HTMLRenderer {
    /// Renders a table (GitHub Flavored Markdown, section 4.10).
    mutating func table(_ node: MarkdownNode) {
        startLine()
        anchor(.block, at: node)
        append("<table")
        appendAttributes(of: node)
        append(">\n")
        let alignments = node.alignments
        var isInBody = false
        for row in node.children {
            if row.isHeaderRow {
                append("<thead>\n")
            } else if !isInBody {
                append("<tbody>\n")
                isInBody = true
            }
            append("<tr>\n")
            var column = 0
            for cell in row.children {
                // An empty header cell would be announced as a header without a name.
                let name = row.isHeaderRow && cell.firstChild != nil ? "th" : "td"
                append(text: "<\(name)")
                switch column < alignments.count ? alignments[column] : 0 {
                case UInt8(ascii: "l"): append(" style=\"text-align: left\"")
                case UInt8(ascii: "c"): append(" style=\"text-align: center\"")
                case UInt8(ascii: "r"): append(" style=\"text-align: right\"")
                default: break
                }
                append(">")
                raw.enterElement()
                for child in cell.children { inline(child) }
                raw.leaveElement(into: &output)
                append(text: "</\(name)>\n")
                column += 1
            }
            append(row.isHeaderRow ? "</tr>\n</thead>\n" : "</tr>\n")
        }
        append(isInBody ? "</tbody>\n</table>\n" : "</table>\n")
    }
}
