internal import Markdown
internal import Newsletter

/// Opens a region of events that the draft does not have yet, at its place among the others.
struct RegionOpening {
    let draft: WorkingDraft
    /// In the order in which they stand; others follow by the alphabet.
    let regions: [String]

    /// The draft with the region's heading and its first event's lines; nil where there is no place for events at all.
    func opening(_ region: String, with lines: String) throws -> WorkingDraft? {
        let sections = draft.issue.sections
        guard let roof = sections.firstIndex(where: { $0.kind == .events && $0.level > 0 }) else { return nil }
        let below = sections[(roof + 1)...].prefix { $0.level > sections[roof].level }
        let level = below.first?.level ?? min(6, sections[roof].level + 1)
        let text = String(repeating: "#", count: level) + " \(MarkdownText.escaped(region))\n\n" + lines
        var writer = IssueWriter(draft.bytes)
        let order = RegionOrder(regions)
        if let next = below.first(where: { $0.level == level && order.precedes(region, $0.title) }) {
            let isBlankAbove = draft.isBlank(line: next.range.start.line - 1)
            writer.insert((isBlankAbove ? "" : "\n") + text + "\n", before: next.range)
        } else {
            let end = below.last.map(endOfList) ?? endOfOpening(of: sections[roof])
            let isBlankBelow = draft.isBlank(line: end.end.line + 1)
            writer.insert("\n" + text + (isBlankBelow ? "" : "\n"), after: end)
        }
        return try draft.with(try writer.bytes())
    }

    /// The closing words of all events stand below the last region's; they stay the last.
    private func endOfList(in section: Section) -> SourceRange {
        section.entries.last { $0.content != .prose }?.range
            ?? SectionShape(section, in: draft.source).commentOrHeading
    }

    /// The heading with the sentence below it, and with the events that have no region.
    private func endOfOpening(of section: Section) -> SourceRange {
        if let last = section.entries.last(where: { $0.content != .prose }) { return last.range }
        return section.entries.first?.range ?? SectionShape(section, in: draft.source).commentOrHeading
    }
}

/// The order of a publication's regions.
struct RegionOrder {
    private let places: [String: Int]

    init(_ regions: [String]) {
        places = Dictionary(
            regions.enumerated().map { (SectionName.key($1), $0) }, uniquingKeysWith: { first, _ in first })
    }

    /// Virtual first where the settings do not say otherwise.
    func precedes(_ left: String, _ right: String) -> Bool { key(left) < key(right) }

    private func key(_ region: String) -> (Int, String) {
        let name = SectionName.key(region)
        return (places[name] ?? (name == "virtual" ? -1 : places.count), name)
    }
}
