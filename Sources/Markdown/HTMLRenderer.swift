internal import Newsletter

/// Renders a tree as HTML like cmark, but with ids on headings, with raw HTML that can't break the page, and with the
/// characters in URLs unchanged.
struct HTMLRenderer {
    var output: [UInt8] = []
    private(set) var headings: [Heading] = []
    /// In the order of their offsets in ``output``.
    private(set) var anchors: [BodyAnchor] = []
    /// Whether a link leads to another Markdown file.
    private(set) var linksToSources = false
    /// The links and images that are files of the site or of the publication.
    private(set) var localLinks: [LocalLink] = []
    /// The HTML of template tags, by the number in their placeholders.
    var includes: [String] = []
    /// What lines of their own give blocks.
    var attributes: [OpaquePointer: ElementAttributes] = [:]
    /// Whether ``anchors`` has the ends of blocks.
    var notesBlockEnds = false
    private var slugs: HeadingSlugs
    private var referredFootnotes: Set<String> = []
    var raw = RawHTML()
    /// The ids of entries that haven't been rendered yet, by their lines in the file.
    private var entries: [Int: String]
    private let lineOffset: Int
    private let source: SourceText?
    private let headingIDs: HeadingIDRule

    /// - Parameters:
    ///   - entries: ids of entries, by the line in the file that each begins in.
    ///   - lineOffset: lines of the file above the parsed text.
    ///   - source: the file's text, for the rule that is based on headings as they are written.
    ///   - headingIDs: the rule that forms the ids of headings.
    init(
        sourceCount: Int, entries: [Int: String] = [:], lineOffset: Int = 0,
        source: SourceText? = nil, headingIDs: HeadingIDRule = .pythonMarkdown
    ) {
        slugs = HeadingSlugs(headingIDs)
        self.source = source
        self.headingIDs = headingIDs
        self.entries = entries
        self.lineOffset = lineOffset
        output.reserveCapacity(sourceCount + sourceCount / 2)
    }

    /// - Parameter isWithoutFirst: whether to leave out the first block, which the page shows as its title.
    mutating func render(_ document: MarkdownNode, withoutFirst isWithoutFirst: Bool = false) {
        raw.enterElement()
        var blocks = document.children
        if isWithoutFirst { _ = blocks.next() }
        var footnotes: [MarkdownNode] = []
        // The parser moves the footnotes to the end, in the order of their numbers.
        while let child = blocks.next() {
            if child.kind == .footnoteDefinition {
                footnotes.append(child)
            } else {
                block(child, isTight: false)
            }
        }
        raw.leaveElement(into: &output)
        if !footnotes.isEmpty { footnoteList(footnotes) }
    }

    private mutating func footnoteList(_ footnotes: [MarkdownNode]) {
        startLine()
        append("<section class=\"footnotes\">\n<ol>\n")
        for (index, note) in footnotes.enumerated() {
            append(text: "<li id=\"fn-\(index + 1)\">\n")
            raw.enterElement()
            for child in note.children { block(child, isTight: false) }
            raw.leaveElement(into: &output)
            append(text: "<p><a href=\"#fnref-\(index + 1)\">↩ \(index + 1)</a></p>\n</li>\n")
        }
        append("</ol>\n</section>\n")
    }

    private mutating func footnoteReference(_ node: MarkdownNode) {
        let number = String(decoding: node.literal, as: UTF8.self)
        // Only the first reference to a footnote is the one that the footnote leads back to.
        let id = referredFootnotes.insert(number).inserted ? " id=\"fnref-\(number)\"" : ""
        append(text: "<sup\(id)><a href=\"#fn-\(number)\">\(number)</a></sup>")
    }

    private mutating func block(_ node: MarkdownNode, isTight: Bool) {
        switch node.kind {
        case .paragraph: paragraph(node, isTight: isTight)
        case .heading: heading(node)
        case .list: list(node)
        case .blockQuote:
            startLine()
            open("blockquote", of: node)
            append("\n")
            container(node, "</blockquote>\n")
        case .codeBlock: codeBlock(node)
        case .htmlBlock:
            startLine()
            anchor(.block, at: node)
            appendRaw(node)
            startLine()
        case .thematicBreak:
            startLine()
            append("<hr>\n")
        case .table: table(node)
        default: for child in node.children { block(child, isTight: isTight) }
        }
        guard notesBlockEnds, node.kind != .list, node.kind != .blockQuote else { return }
        anchors.append(BodyAnchor(.blockEnd(line: node.startLine + lineOffset), id: "", offset: output.count))
    }

    private mutating func paragraph(_ node: MarkdownNode, isTight: Bool) {
        if let image = node.onlyChild, image.kind == .image, !image.title.isEmpty { return figure(image) }
        raw.enterElement()
        if !isTight {
            startLine()
            open("p", of: node)
        }
        anchorOfFormerHeading(node)
        for child in node.children { inline(child) }
        raw.leaveElement(into: &output)
        if !isTight { append("</p>\n") }
    }

    /// Writes an anchor for a paragraph that begins with `#word`, which older renderers treated as a heading, so that
    /// links to it still work.
    private mutating func anchorOfFormerHeading(_ node: MarkdownNode) {
        guard headingIDs == .pythonMarkdown, node.parent?.kind == .document else { return }
        for child in node.children where child.kind == .text {
            let literal = child.literal
            guard literal.first == UInt8(ascii: "#"), literal.count > 1, child.startsLine else { continue }
            var text = InlineText()
            var next: MarkdownNode? = child
            while let node = next, node.kind != .softBreak, node.kind != .lineBreak {
                text.append(node)
                next = node.following
            }
            append(text: "<a id=\"\(slugs.id(for: String(text.text.drop { $0 == "#" })))\"></a>")
        }
    }

    private mutating func heading(_ node: MarkdownNode) {
        startLine()
        let whole = InlineText(of: node).text
        let own = HeadingAttributes(of: node, text: whole)
        var given = own?.attributes ?? ElementAttributes()
        if let list = attributes[node.pointer] { given.add(list) }
        let text = whole.withoutLast(own?.length ?? 0)
        let id = slugs.id(of: node, text: text, given: given.id) {
            source.map { HeadingText.written($0, line: node.startLine + lineOffset) } ?? text
        }
        let level = node.headingLevel
        append(text: "<h\(level) id=\"\(id)\"\(given.classHTML)>")
        anchors.append(BodyAnchor(.heading, id: id, offset: output.count))
        raw.enterElement()
        let start = output.count
        for child in node.children { inline(child) }
        if let own {
            let written = escaped(String(decoding: whole.utf8.suffix(own.length), as: UTF8.self)).utf8.count
            if output.count - start >= written { output.removeLast(written) }
        }
        raw.leaveElement(into: &output)
        // The table of contents turns headings into links, and links can't be nested.
        let html = output[start...].containsAnchor ? escaped(text) : String(decoding: output[start...], as: UTF8.self)
        headings.append(Heading(level: level, id: id, text: text, html: html))
        append(text: "</h\(level)>\n")
    }

    private mutating func list(_ node: MarkdownNode) {
        startLine()
        append(node.isOrderedList ? "<ol" : "<ul")
        if node.isOrderedList, node.listStart != 1 { append(text: " start=\"\(node.listStart)\"") }
        appendAttributes(of: node)
        append(">\n")
        for item in node.children {
            startLine()
            open("li", of: item)
            raw.enterElement()
            for child in item.children { block(child, isTight: node.isTightList) }
            raw.leaveElement(into: &output)
            append("</li>\n")
        }
        append(node.isOrderedList ? "</ol>\n" : "</ul>\n")
    }

    private mutating func open(_ name: StaticString, of node: MarkdownNode) {
        append("<")
        append(name)
        appendAttributes(of: node)
        anchor(.entry, at: node)
        append(">")
    }

    /// Appends what a line of its own gives a block. An entry that links can lead to has an id already.
    mutating func appendAttributes(of node: MarkdownNode) {
        guard !attributes.isEmpty, let given = attributes[node.pointer] else { return }
        if let id = given.id, entries[node.startLine + lineOffset] == nil { append(text: " id=\"\(id)\"") }
        append(text: given.classHTML)
    }

    /// Notes where an entry begins.
    mutating func anchor(_ kind: BodyAnchor.Kind, at node: MarkdownNode) {
        guard !entries.isEmpty, let id = entries.removeValue(forKey: node.startLine + lineOffset) else { return }
        anchors.append(BodyAnchor(kind, id: id, offset: output.count))
    }

    private mutating func container(_ node: MarkdownNode, _ close: StaticString) {
        raw.enterElement()
        for child in node.children { block(child, isTight: false) }
        raw.leaveElement(into: &output)
        append(close)
    }

    private mutating func codeBlock(_ node: MarkdownNode) {
        startLine()
        anchor(.block, at: node)
        let language = node.fenceInfo.prefix { $0 > 0x20 }
        if language.isEmpty {
            append("<pre")
            appendAttributes(of: node)
            append("><code>")
        } else {
            append("<pre")
            appendAttributes(of: node)
            append("><code class=\"language-")
            appendEscaped(UnsafeBufferPointer(rebasing: language))
            append("\">")
        }
        appendEscaped(node.literal)
        append("</code></pre>\n")
    }

    mutating func inline(_ node: MarkdownNode) {
        switch node.kind {
        case .text: appendEscaped(node.literal)
        case .softBreak: append("\n")
        case .lineBreak: append("<br>\n")
        case .code:
            append("<code>")
            appendEscaped(node.literal)
            append("</code>")
        case .htmlInline: appendRaw(node)
        case .emphasis: span("<em>", node, "</em>")
        case .strong: span("<strong>", node, "</strong>")
        case .strikethrough: span("<del>", node, "</del>")
        case .link:
            noteTarget(of: node)
            append("<a href=\"")
            appendAddress(node.url)
            if !node.title.isEmpty {
                append("\" title=\"")
                appendEscaped(node.title)
            }
            append("\">")
            raw.isInLink = true
            inlines(of: node)
            raw.isInLink = false
            append("</a>")
        case .image: image(node)
        case .footnoteReference: footnoteReference(node)
        default: for child in node.children { inline(child) }
        }
    }

    private mutating func span(_ open: StaticString, _ node: MarkdownNode, _ close: StaticString) {
        append(open)
        inlines(of: node)
        append(close)
    }

    /// Renders an element's content; raw HTML tags opened in it are closed in it.
    private mutating func inlines(of node: MarkdownNode) {
        raw.enterElement()
        for child in node.children { inline(child) }
        raw.leaveElement(into: &output)
    }

    mutating func noteTarget(of node: MarkdownNode) {
        // Most links are absolute.
        guard node.url.first != UInt8(ascii: "h") else { return }
        let namesSource = LocalLinks.namesSource(node.url)
        if namesSource { linksToSources = true }
        let isLocal = RawHTML.isRootPath(node.url) || namesSource && !node.url.contains(UInt8(ascii: ":"))
        guard isLocal, !node.url.starts(with: "//".utf8) else { return }
        localLinks.append(LocalLink(url: String(decoding: node.url, as: UTF8.self), line: node.startLine + lineOffset))
    }

    /// Appends raw HTML, or what a template tag stands for.
    private mutating func appendRaw(_ node: MarkdownNode) {
        if !includes.isEmpty, let html = TemplateTags.inText.replaced(in: node.literal, by: includes) {
            return html.withUnsafeBufferPointer { raw.append($0, to: &output) }
        }
        raw.append(node.literal, to: &output)
        localLinks += raw.rootPaths.map { LocalLink(url: $0, line: node.startLine + lineOffset) }
        raw.rootPaths = []
    }
}
