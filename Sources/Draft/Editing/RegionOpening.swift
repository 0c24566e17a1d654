internal import Markdown
internal import Newsletter

/// Adds a region of events to a draft that doesn't have it yet, in its order among the others.
struct RegionOpening {
    let draft: WorkingDraft
    /// The regions in their order; regions that aren't listed follow alphabetically.
    let regions: [String]

    /// The draft with the region's heading and its first event's lines; nil if it has no section for events.
    func opening(_ region: String, with lines: String) throws -> WorkingDraft? {
        let sections = draft.issue.sections
        guard let parentSection = sections.firstIndex(where: { $0.kind == .events && $0.level > 0 }) else { return nil }
        let below = sections[(parentSection + 1)...].prefix { $0.level > sections[parentSection].level }
        let level = below.first?.level ?? min(6, sections[parentSection].level + 1)
        let text = String(repeating: "#", count: level) + " \(MarkdownText.escaped(region))\n\n" + lines
        var writer = IssueWriter(draft.bytes)
        let order = RegionOrder(regions)
        if let next = below.first(where: { $0.level == level && order.precedes(region, $0.title) }) {
            let isBlankAbove = draft.isBlank(line: next.range.start.line - 1)
            writer.insert((isBlankAbove ? "" : "\n") + text + "\n", before: next.range)
        } else {
            let end = below.last.map(endOfList) ?? endOfOpening(of: sections[parentSection])
            let isBlankBelow = draft.isBlank(line: end.end.line + 1)
            writer.insert("\n" + text + (isBlankBelow ? "" : "\n"), after: end)
        }
        return try draft.with(try writer.bytes())
    }

    /// The end of the last region's list. Text below it that closes the list of events stays last.
    private func endOfList(in section: Section) -> SourceRange {
        section.entries.last { $0.content != .prose }?.range
            ?? SectionShape(section, in: draft.source).commentOrHeading
    }

    /// The end of the heading with the text below it, and the events that have no region.
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

    /// Virtual events first, unless the settings define another order.
    func precedes(_ left: String, _ right: String) -> Bool { key(left) < key(right) }

    private func key(_ region: String) -> (Int, String) {
        let name = SectionName.key(region)
        return (places[name] ?? (name == "virtual" ? -1 : places.count), name)
    }
}
