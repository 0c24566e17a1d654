internal import Markdown
internal import Newsletter

/// Opens a region of events that the draft does not have yet, at its place among the others.
struct RegionOpening {
    let draft: WorkingDraft
    /// In the order in which they stand; others follow by the alphabet.
    let regions: [String]

    /// The draft with the region's heading; nil where there is no place for events at all.
    func opening(_ region: String) throws -> WorkingDraft? {
        let sections = draft.issue.sections
        guard let roof = sections.firstIndex(where: { $0.kind == .events && $0.level > 0 }) else { return nil }
        let below = sections[(roof + 1)...].prefix { $0.level > sections[roof].level }
        let level = below.first?.level ?? min(6, sections[roof].level + 1)
        let heading = String(repeating: "#", count: level) + " \(region)\n\n"
        var writer = IssueWriter(draft.bytes)
        let order = RegionOrder(regions)
        if let next = below.first(where: { $0.level == level && order.precedes(region, $0.title) }) {
            writer.insert(heading, before: next.range)
        } else if let last = below.last, let entry = last.entries.last(where: { $0.content != .prose }) {
            // The closing words below the last region stay where they are: below the last region.
            writer.insert("\n" + heading.dropLast(), after: entry.range)
        } else if let last = below.last {
            writer.insert("\n" + heading.dropLast(), after: SectionShape(last, in: draft.source).anchor.line)
        } else {
            writer.insert("\n" + heading.dropLast(), after: openingWords(of: sections[roof]))
        }
        return try draft.with(try writer.bytes())
    }

    /// The heading with the sentence below it.
    private func openingWords(of section: Section) -> SourceRange {
        guard let first = section.entries.first, first.content == .prose else {
            let source = draft.source
            let start = section.range.bytes.lowerBound
            let end = source.bytes[start...].firstIndex(of: 0x0A) ?? source.bytes.count
            return source.range(start..<max(start + 1, end))
        }
        return first.range
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
