internal import Markdown

/// The nested list of an issue's headings.
enum TableOfContents {
    private struct Node {
        var heading: Heading
        var children: [Node] = []
    }

    /// The list's items, or nothing if there are fewer than two headings.
    static func html(of headings: [Heading], templates: TemplateCache) -> [UInt8] {
        let headings = headings.filter { !$0.text.isEmpty }
        guard headings.count > 1 else { return [] }
        var index = 0
        return html(of: nodes(of: headings, from: &index, above: 0), templates: templates)
    }

    /// The following headings that are deeper than `level`; they are nested even if an issue skips levels.
    private static func nodes(of headings: [Heading], from index: inout Int, above level: Int) -> [Node] {
        var nodes: [Node] = []
        while index < headings.count, headings[index].level > level {
            let heading = headings[index]
            index += 1
            nodes.append(Node(heading: heading, children: Self.nodes(of: headings, from: &index, above: heading.level)))
        }
        return nodes
    }

    private static func html(of nodes: [Node], templates: TemplateCache) -> [UInt8] {
        var output: [UInt8] = []
        for node in nodes {
            let children = html(of: node.children, templates: templates)
            output += templates.render(
                "contents",
                [
                    "id": .text(node.heading.id), "title": .html(Array(node.heading.html.utf8)),
                    "has_children": .flag(!children.isEmpty), "children": .html(children),
                ])
        }
        return output
    }
}
