internal import Markdown

/// Writes blocks as the HTML of a mail: elements that every mail program shows, without classes or ids.
struct MailHTML {
    private(set) var output: [UInt8] = []

    static func html(of blocks: [RichBlock]) -> [UInt8] {
        var writer = MailHTML()
        for block in blocks { writer.write(block) }
        return writer.output
    }

    private mutating func write(_ block: RichBlock) {
        switch block {
        case .heading(let level, let line): element("h\(level)", line)
        case .paragraph(let line): element("p", line)
        case .list(let list): write(list)
        case .quote(let blocks):
            append("<blockquote>\n")
            for block in blocks { write(block) }
            append("</blockquote>\n")
        case .code(let text):
            append("<pre><code>")
            Escaping.appendHTML(text, to: &output)
            append("</code></pre>\n")
        case .table(let rows): write(rows)
        case .rule: append("<hr>\n")
        }
    }

    private mutating func element(_ name: String, _ line: [RichInline]) {
        append("<\(name)>")
        write(line)
        append("</\(name)>\n")
    }

    private mutating func write(_ list: RichList) {
        let name = list.start == nil ? "ul" : "ol"
        append(list.start.map { $0 == 1 ? "<ol>\n" : "<ol start=\"\($0)\">\n" } ?? "<ul>\n")
        let isTight = list.items.allSatisfy(Self.isTight)
        for item in list.items {
            append("<li>")
            for (index, block) in item.enumerated() {
                if isTight, case .paragraph(let line) = block {
                    write(line)
                    if index + 1 < item.count { append("\n") }
                } else {
                    write(block)
                }
            }
            append("</li>\n")
        }
        append("</\(name)>\n")
    }

    /// Whether an item has no second paragraph, so that its text needs no paragraph of its own.
    private static func isTight(_ item: [RichBlock]) -> Bool {
        item.dropFirst().allSatisfy { block in
            switch block {
            case .list: true
            default: false
            }
        }
    }

    private mutating func write(_ rows: [[RichCell]]) {
        append("<table class=\"data\">\n")
        for row in rows {
            append("<tr>")
            for cell in row {
                // An empty header would be announced as a header without a name.
                let name = cell.isHeader && !cell.content.isEmpty ? "th" : "td"
                append("<\(name)>")
                write(cell.content)
                append("</\(name)>")
            }
            append("</tr>\n")
        }
        append("</table>\n")
    }

    private mutating func write(_ line: [RichInline]) {
        for part in line {
            switch part {
            case .text(let text): Escaping.appendHTML(text, to: &output)
            case .styled(let style, let inner):
                append("<\(style.rawValue)>")
                write(inner)
                append("</\(style.rawValue)>")
            case .link(let url, let inner):
                append("<a href=\"")
                Escaping.appendHTML(url, to: &output)
                append("\">")
                write(inner)
                append("</a>")
            case .image(let image):
                append("<img src=\"")
                Escaping.appendHTML(image.url, to: &output)
                append("\" alt=\"")
                Escaping.appendHTML(image.alternative, to: &output)
                append(image.width.map { "\" width=\"\($0)\">" } ?? "\">")
            case .lineBreak: append("<br>\n")
            }
        }
    }

    private mutating func append(_ text: String) { output += text.utf8 }
}
