internal import Newsletter

/// Reads the blocks of one section as entries of its kind; anything else becomes prose, so that no link is lost.
struct EntryReader {
    let source: SourceText
    let lineOffset: Int
    let header: IssueHeader
    let rule: SectionRule
    /// The section's title, such as a component or a region.
    let section: String
    /// Whether the section's heading says that its events are virtual.
    private let isVirtual: Bool
    private let dateFormats: [DateFormat]
    private(set) var entries: [Entry] = []
    private(set) var unrecognized: [SourceRange] = []

    init(
        source: SourceText, lineOffset: Int, header: IssueHeader, rule: SectionRule, section: String,
        dateFormats: [DateFormat] = []
    ) {
        self.dateFormats = dateFormats
        self.source = source
        self.lineOffset = lineOffset
        self.header = header
        self.rule = rule
        self.section = section
        isVirtual = rule.kind == .events && EventLine.saysVirtual(section)
    }

    mutating func read(_ blocks: [MarkdownNode]) {
        switch rule.kind {
        case .triage: readWhole(blocks, as: .triage)
        case .quote: readQuotes(blocks)
        case .pick: readPick(blocks)
        case .jobs: readJobs(blocks)
        default: for block in blocks { readBlock(block) }
        }
    }

    private mutating func readBlock(_ block: MarkdownNode) {
        switch block.kind {
        case .list where rule.kind != .prose:
            for item in block.children { readItem(item) }
        case .paragraph where rule.kind == .links:
            // A link without its bullet is still an entry.
            let text = InlineText(of: block)
            if text.isOneLink { append(itemEntry(block, text: text, nested: [])) } else { readProse(block) }
        default:
            readProse(block)
        }
    }

    /// Reads a list item; if it has no link of its own, its nested items are entries themselves.
    private mutating func readItem(_ item: MarkdownNode) {
        let first = item.firstChild
        let text = first.map { $0.kind == .paragraph ? InlineText(of: $0) : InlineText() } ?? InlineText()
        if rule.kind == .events, readEvent(item, text: text) { return }
        // "*Nothing was submitted this week.*" is a remark by the editors, whatever it links to.
        if let first, first.onlyChild?.kind == .emphasis, item.onlyChild != nil { return readProse(item) }
        let rest = Array(item.children.dropFirst(first?.kind == .paragraph ? 1 : 0))
        guard text.links.isEmpty, let first, rest.contains(where: { $0.kind == .list }) else {
            let isHTML = first?.kind == .htmlBlock
            if text.links.isEmpty, isHTML || rest.isEmpty || !hasLinks(rest) { return readProse(item) }
            return append(itemEntry(item, text: text, nested: rest))
        }
        if first.kind == .paragraph { readProse(first) }
        for block in rest {
            if block.kind == .list { for nested in block.children { readItem(nested) } } else { readProse(block) }
        }
    }

    private func hasLinks(_ nodes: [MarkdownNode]) -> Bool {
        nodes.contains { !LinkCollector.links(in: $0).isEmpty }
    }

    private mutating func readEvent(_ item: MarkdownNode, text: InlineText) -> Bool {
        let line = EventLine(text, in: header, dateFormats: dateFormats)
        let nested = item.children.dropFirst().flatMap { LinkCollector.links(in: $0) }
        if let line, let found = line.event(nested: nested, underVirtual: isVirtual) {
            // Below an event without a URL of its own, there is only its title.
            let below = nested.isEmpty ? item.children.dropFirst().map { LinkCollector.text(of: $0).trimmed } : []
            append(
                Entry(
                    range: range(of: item), title: below.first { !$0.isEmpty } ?? found.title, url: found.url,
                    urls: text.links.map(\.url) + nested.map(\.url), tags: text.leadingTags.tags,
                    content: .event(found.event)))
            return true
        }
        if EventLine.looksDated(text.text) {
            unrecognized.append(range(of: item.firstChild ?? item))
        }
        return false
    }

    private func itemEntry(_ node: MarkdownNode, text: InlineText, nested: [MarkdownNode]) -> Entry {
        let links = text.links.isEmpty ? [] : text.links
        let inner = nested.flatMap { LinkCollector.links(in: $0) }
        let all = links + inner
        let tags = text.leadingTags.tags
        let (url, content) = EntryContent.content(
            of: rule, text: text, links: links, inner: inner, tags: tags)
        let own = all.first { $0.url == url } ?? all.first
        return Entry(
            range: range(of: node), title: own.map { $0.text.trimmed } ?? text.text.trimmed, url: url,
            urls: all.map(\.url), tags: tags, content: content)
    }

    // MARK: Kinds whose entries are not list items

    /// Reads the whole section as one entry; its URL is the last link, because reports name their source at the end.
    private mutating func readWhole(_ blocks: [MarkdownNode], as content: Entry.Content) {
        let body = blocks.filter { $0.kind != .heading }
        for heading in blocks where heading.kind == .heading { readProse(heading) }
        guard let first = body.first(where: { !isComment($0) }), let last = body.last else { return }
        let links = body.flatMap { LinkCollector.links(in: $0) }
        let bytes = range(of: first).bytes.lowerBound..<range(of: last).bytes.upperBound
        guard bytes.lowerBound < bytes.upperBound else { return }
        append(
            Entry(
                range: source.range(bytes), title: section, url: links.last?.url, urls: links.map(\.url),
                content: content))
    }

    /// Reads a block quotation and the paragraph after it that names the author.
    private mutating func readQuotes(_ blocks: [MarkdownNode]) {
        var index = 0
        while index < blocks.count {
            let block = blocks[index]
            index += 1
            guard block.kind == .blockQuote else {
                readProse(block)
                continue
            }
            var parts = [block]
            while index < blocks.count, blocks[index].kind == .blockQuote {
                parts.append(blocks[index])
                index += 1
            }
            var attribution: InlineText?
            if index < blocks.count, let text = Self.attribution(in: blocks[index]) {
                attribution = text
                parts.append(blocks[index])
                index += 1
            }
            let links = parts.flatMap { LinkCollector.links(in: $0) }
            let words = parts.filter { $0.kind == .blockQuote }.map { LinkCollector.text(of: $0) }.joined(
                separator: "\n")
            let name = attribution.map { String($0.text.trimmed.drop { "–—-―~ ".contains($0) }) }
            append(
                Entry(
                    range: range(from: parts[0], to: parts[parts.count - 1]), title: name ?? "",
                    url: attribution?.links.first?.url, urls: links.map(\.url),
                    content: .quote(Quote(text: words, attribution: name))))
        }
    }

    /// The attribution of a quotation: a paragraph that begins with a dash, or a short paragraph or list of one item,
    /// unless it thanks readers or asks for more.
    private static func attribution(in block: MarkdownNode) -> InlineText? {
        var paragraph = block
        if block.kind == .list {
            guard let item = block.onlyChild, let only = item.onlyChild else { return nil }
            paragraph = only
        }
        guard paragraph.kind == .paragraph, paragraph.onlyChild?.kind != .emphasis else { return nil }
        let text = InlineText(of: paragraph)
        let words = text.text.trimmed
        if let first = words.unicodeScalars.first, "–—-―~".unicodeScalars.contains(first) { return text }
        let isAside = ["thanks", "submit", "please"].contains { words.lowercased().hasPrefix($0) }
        return words.isEmpty || isAside || words.hasSuffix(":") || words.count > longestAttribution ? nil : text
    }

    /// The maximum length in characters; a longer text is a remark by the editors.
    private static let longestAttribution = 200

    /// Reads the pick, which the first paragraph or the list directly below it names. A paragraph entirely in emphasis
    /// is a remark by the editors, and a link over many words isn't a name. Another paragraph that begins with the same
    /// words names another pick.
    private mutating func readPick(_ blocks: [MarkdownNode]) {
        var naming = blocks.firstIndex { $0.kind == .paragraph || $0.kind == .list }
        if let index = naming, blocks[index].kind == .paragraph, LinkCollector.links(in: blocks[index]).isEmpty,
            index + 1 < blocks.count, blocks[index + 1].kind == .list
        {
            naming = index + 1
        }
        let opening = naming.flatMap { Self.opening(of: blocks[$0]) }
        for (index, block) in blocks.enumerated() {
            let links = LinkCollector.links(in: block)
            guard index == naming || opening != nil && Self.opening(of: block) == opening,
                let first = links.first, block.onlyChild?.kind != .emphasis,
                first.text.split(separator: " ").count <= Self.longestName
            else {
                readProse(block)
                continue
            }
            append(
                Entry(
                    range: range(of: block), title: first.text.trimmed, url: first.url, urls: links.map(\.url),
                    content: .pick))
        }
    }

    /// A paragraph's words before its first link, or nil if it has no link or begins with one.
    private static func opening(of block: MarkdownNode) -> String? {
        guard block.kind == .paragraph else { return nil }
        let text = InlineText(of: block)
        guard let link = text.links.first else { return nil }
        let words = InlineText.slice(text.text, 0..<link.range.lowerBound).trimmed
        return words.isEmpty ? nil : words
    }

    /// The maximum number of words in the name of a pick.
    private static let longestName = 6

    /// Reads list items as jobs, or, if there is no list, a paragraph that links to a page with jobs.
    private mutating func readJobs(_ blocks: [MarkdownNode]) {
        let hasList = blocks.contains { $0.kind == .list }
        for block in blocks {
            let isAside = block.onlyChild?.kind == .emphasis
            if !hasList, !isAside, block.kind == .paragraph, !LinkCollector.links(in: block).isEmpty {
                append(itemEntry(block, text: InlineText(of: block), nested: []))
            } else {
                readBlock(block)
            }
        }
    }

    // MARK: Prose

    private mutating func readProse(_ block: MarkdownNode) {
        guard !isComment(block) else { return }
        let links = LinkCollector.links(in: block)
        let range = range(of: block)
        guard !range.bytes.isEmpty else { return }
        append(
            Entry(
                range: range, title: LinkCollector.text(of: block), url: nil, urls: links.map(\.url), content: .prose))
    }

    private func isComment(_ block: MarkdownNode) -> Bool {
        guard block.kind == .htmlBlock else { return false }
        var scanner = HTMLScanner(block.literal)
        while let piece = scanner.next() {
            switch piece {
            case .comment: continue
            case .text(let range) where block.literal[range].allSatisfy({ $0 <= 0x20 }): continue
            default: return false
            }
        }
        return true
    }

    private mutating func append(_ entry: Entry) {
        entries.append(entry)
    }

    // MARK: Locations

    private func range(of node: MarkdownNode) -> SourceRange { range(from: node, to: node) }

    private func range(from first: MarkdownNode, to last: MarkdownNode) -> SourceRange {
        let start = source.start(ofLine: first.startLine + lineOffset) + max(0, first.startColumn - 1)
        let end = source.start(ofLine: last.endLine + lineOffset + 1)
        return source.range(source.trimmingEnd(min(start, end)..<end))
    }
}

extension InlineText {
    /// Whether the text is a single link, apart from tags before the link and a full stop after it.
    var isOneLink: Bool {
        guard links.count == 1, let link = links.first, link.range.lowerBound == leadingTags.end else { return false }
        return InlineText.slice(text, link.range.upperBound..<text.utf8.count).trimmed.utf8.count <= 1
    }
}
