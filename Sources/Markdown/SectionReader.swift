internal import Newsletter

/// Splits a tree into sections at its headings, and reads each section's blocks according to its kind.
struct SectionReader {
    let source: SourceText
    /// The number of lines in the file before the parsed text.
    let lineOffset: Int
    let header: IssueHeader
    let rules: SectionRules
    /// What lines of their own give headings.
    var attributes: [OpaquePointer: ElementAttributes] = [:]
    private var slugs: HeadingSlugs

    init(source: SourceText, lineOffset: Int, header: IssueHeader, rules: SectionRules, headingIDs: HeadingIDRule) {
        slugs = HeadingSlugs(headingIDs)
        self.source = source
        self.lineOffset = lineOffset
        self.header = header
        self.rules = rules
    }

    private struct Open {
        var section: Section
        var rule: SectionRule
        var blocks: [MarkdownNode] = []
    }

    mutating func sections(of document: MarkdownNode) -> [Section] {
        let bodyStart = source.start(ofLine: lineOffset + 1)
        let first = rules.introduction ?? SectionRule(kind: .prose, headings: [])
        let intro = Section(title: "", level: 0, id: "", kind: first.kind, range: source.range(bodyStart..<bodyStart))
        var open = [Open(section: intro, rule: first)]
        // The possible parent sections of the next heading, each deeper than the one before it.
        var ancestors: [Int] = []
        for node in document.children where node.kind != .footnoteDefinition {
            guard node.kind == .heading else {
                open[open.count - 1].blocks.append(node)
                continue
            }
            let inline = InlineText(of: node)
            let own = HeadingAttributes(of: node, text: inline.text)
            let text = inline.text.withoutLast(own?.length ?? 0)
            let level = node.headingLevel
            // A heading without a rule of its own takes the rule of its parent section.
            while let last = ancestors.last, open[last].section.level >= level { ancestors.removeLast() }
            let parent = ancestors.last.map { open[$0] }
            let title = text.trimmed
            let rule =
                rules.rule(for: title, under: parent?.section.title ?? "") ?? parent?.rule
                ?? rules.fallback ?? SectionRule(kind: .prose, headings: [])
            let start = source.start(ofLine: node.startLine + lineOffset)
            let id = slugs.id(of: node, text: text, given: attributes[node.pointer]?.id ?? own?.attributes.id) {
                HeadingText.written(source, line: node.startLine + lineOffset)
            }
            let section = Section(
                title: title, level: level, id: id, kind: rule.kind,
                range: source.range(start..<start))
            ancestors.append(open.count)
            open.append(Open(section: section, rule: rule, blocks: inline.links.isEmpty ? [] : [node]))
        }
        return finished(open)
    }

    private func finished(_ open: [Open]) -> [Section] {
        var sections: [Section] = []
        for (index, entry) in open.enumerated() {
            var section = entry.section
            let end = index + 1 < open.count ? open[index + 1].section.range.bytes.lowerBound : source.bytes.count
            section.range = source.range(section.range.bytes.lowerBound..<end)
            if section.level == 0, entry.blocks.isEmpty { continue }
            var reader = EntryReader(
                source: source, lineOffset: lineOffset, header: header, rule: entry.rule, section: section.title,
                dateFormats: rules.dateFormats)
            reader.read(entry.blocks)
            (section.entries, section.unrecognized) = (reader.entries, reader.unrecognized)
            sections.append(section)
        }
        return sections
    }
}
