/// Reads the HTML of a page's body as ``RichBlock``s.
///
/// Layout, scripts and forms are left out; a video or another embedded page becomes a link.
package struct RichTextReader {
    /// - Parameter html: with absolute URLs, as ``AddressRewriter`` writes it.
    package static func blocks(of html: [UInt8]) -> [RichBlock] {
        blocks(of: HTMLTreeReader.nodes(of: html))
    }

    private static func blocks(of nodes: [HTMLNode]) -> [RichBlock] {
        var blocks: [RichBlock] = []
        var line: [HTMLNode] = []
        func endLine() {
            let content = RichInlineReader.content(of: line)
            if !content.isEmpty { blocks.append(.paragraph(content)) }
            line.removeAll()
        }
        for node in nodes {
            guard case .element(let element) = node, holdsBlock(element) else {
                line.append(node)
                continue
            }
            endLine()
            blocks += self.blocks(of: element)
        }
        endLine()
        return blocks
    }

    /// The blocks of an element that begins a line of its own, or contains one that does.
    private static func blocks(of element: HTMLNode.Element) -> [RichBlock] {
        switch element.name {
        case let name where HTMLNames.leftOut.contains(name): return []
        case "hr": return [.rule]
        case "h1", "h2", "h3", "h4", "h5", "h6":
            let content = RichInlineReader.content(of: element.children)
            let level = element.name.last?.wholeNumberValue ?? 1
            return content.isEmpty ? [] : [.heading(level: level, content)]
        case "ul", "menu", "dir": return list(element, start: nil)
        case "ol": return list(element, start: element.attributes["start"].flatMap(Int.init) ?? 1)
        case "blockquote":
            let inner = blocks(of: element.children)
            return inner.isEmpty ? [] : [.quote(inner)]
        case "pre", "xmp", "listing":
            var text = RichInlineReader.preformatted(element.children)
            if text.first == "\n" { text.removeFirst() }
            while text.last?.isNewline == true { text.removeLast() }
            return text.isEmpty ? [] : [.code(text)]
        case "table": return table(element)
        case "iframe", "video", "audio": return embedded(element)
        default: return blocks(of: element.children)
        }
    }

    /// Whether an element can't be a part of a line.
    private static func holdsBlock(_ element: HTMLNode.Element) -> Bool {
        if HTMLNames.blocks.contains(element.name) { return true }
        return element.children.contains { node in
            guard case .element(let child) = node else { return false }
            return holdsBlock(child)
        }
    }

    private static func list(_ element: HTMLNode.Element, start: Int?) -> [RichBlock] {
        var items: [[RichBlock]] = []
        /// What is between the items, which HTML doesn't allow.
        var stray: [HTMLNode] = []
        func addStray() {
            let inner = blocks(of: stray)
            stray.removeAll()
            guard !inner.isEmpty else { return }
            if items.isEmpty { items.append(inner) } else { items[items.count - 1] += inner }
        }
        for node in element.children {
            if case .element(let item) = node, item.name == "li" {
                addStray()
                let inner = blocks(of: item.children)
                if !inner.isEmpty { items.append(inner) }
            } else {
                stray.append(node)
            }
        }
        addStray()
        return items.isEmpty ? [] : [.list(RichList(start: start, items: items))]
    }

    private static func table(_ element: HTMLNode.Element) -> [RichBlock] {
        var rows: [[RichCell]] = []
        var others: [RichBlock] = []
        func read(_ nodes: [HTMLNode]) {
            for case .element(let child) in nodes {
                switch child.name {
                case "thead", "tbody", "tfoot": read(child.children)
                case "tr":
                    var row: [RichCell] = []
                    for case .element(let cell) in child.children where cell.name == "td" || cell.name == "th" {
                        row.append(
                            RichCell(
                                isHeader: cell.name == "th",
                                content: RichInlineReader.content(of: cell.children)))
                    }
                    if row.contains(where: { !$0.content.isEmpty }) { rows.append(row) }
                case "caption": others += blocks(of: child.children)
                default: others += blocks(of: [.element(child)])
                }
            }
        }
        read(element.children)
        // Rows of different lengths would be invalid.
        let width = rows.map(\.count).max() ?? 0
        let filled = rows.map { row in
            row + (row.count..<width).map { _ in RichCell(isHeader: false, content: []) }
        }
        return others + (filled.isEmpty ? [] : [.table(filled)])
    }

    private static func embedded(_ element: HTMLNode.Element) -> [RichBlock] {
        var source = element.attributes["src"]
        for case .element(let child) in element.children where child.name == "source" {
            source = source ?? child.attributes["src"]
        }
        guard let url = source.flatMap(RichInlineReader.url) else { return [] }
        let title = element.attributes["title"].flatMap { $0.isEmpty ? nil : $0 }
        return [.paragraph([.link(url: url, [.text(title ?? url)])])]
    }
}
