internal import Markdown
internal import Newsletter

/// Sorts events by day and place within their region, and sorts the regions.
package struct EventSorting {
    private let order: RegionOrder

    package init(regions: [String]) {
        order = RegionOrder(regions)
    }

    /// The draft with its events sorted; everything else stays where it is.
    ///
    /// - Throws: ``Diagnostics`` if the result isn't an issue.
    package func sorted(_ draft: WorkingDraft) throws -> WorkingDraft {
        try sortRegions(try sortEvents(draft))
    }

    // MARK: Events

    /// Exchanges events only among their own positions, so that comments between them stay.
    private func sortEvents(_ draft: WorkingDraft) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        for section in draft.issue.sections where section.kind == .events {
            for run in runs(of: section, in: draft) {
                let sorted = run.enumerated().sorted { ($0.element.order, $0.offset) < ($1.element.order, $1.offset) }
                for (place, (offset, event)) in zip(run, sorted) where run[offset].entry.range != place.entry.range {
                    writer.insert(draft.lines(of: event.entry), before: place.entry.range)
                    writer.remove(place.entry.range)
                }
            }
        }
        return try draft.with(try writer.bytes())
    }

    /// Groups of events that may be exchanged with each other: text between two lists introduces the second one, and
    /// nested events stay in their list.
    private func runs(of section: Section, in draft: WorkingDraft) -> [[(entry: Entry, order: EventOrder)]] {
        var runs: [[(entry: Entry, order: EventOrder)]] = [[]]
        var column: Int?
        for entry in section.entries {
            if let order = EventOrder(entry) {
                if let column, column != entry.range.start.column { runs.append([]) }
                column = entry.range.start.column
                runs[runs.count - 1].append((entry, order))
            } else if Bullet.of(Array(draft.bytes[entry.range.bytes].prefix(2))) == nil {
                runs.append([])
            }
        }
        return runs
    }

    // MARK: Regions

    private func sortRegions(_ draft: WorkingDraft) throws -> WorkingDraft {
        let sections = draft.issue.sections
        guard let parentSection = sections.firstIndex(where: { $0.kind == .events && $0.level > 0 }) else {
            return draft
        }
        let regions = sections[(parentSection + 1)...].prefix { $0.level > sections[parentSection].level }
        guard let first = regions.first, regions.allSatisfy({ $0.level == first.level && $0.kind == .events }) else {
            return draft
        }
        let sorted = regions.indices.sorted { left, right in
            if order.precedes(sections[left].title, sections[right].title) { return true }
            return left < right && !order.precedes(sections[right].title, sections[left].title)
        }
        guard sorted != Array(regions.indices) else { return draft }
        // Blank lines between regions stay where they are, and so does the closing text below the last one.
        let blocks = regions.indices.map { block(of: sections[$0], isLast: $0 == regions.indices.last, in: draft) }
        let ends = blocks.dropFirst().map(\.lowerBound) + [draft.bytes.count]
        var bytes = Array(draft.bytes[..<first.range.bytes.lowerBound])
        for (place, index) in sorted.enumerated() {
            bytes += draft.bytes[blocks[index - regions.startIndex]]
            if bytes.last != 0x0A { bytes.append(0x0A) }
            bytes += draft.bytes[blocks[place].upperBound..<ends[place]]
        }
        return try draft.with(bytes)
    }

    /// The range from a region's heading to its last line of text; for the last region, to its last event.
    private func block(of section: Section, isLast: Bool, in draft: WorkingDraft) -> Range<Int> {
        let source = draft.source
        var line = section.range.end.line
        if isLast {
            let listed = section.entries.last { $0.content != .prose }
            line = (listed?.range ?? SectionShape(section, in: source).commentOrHeading).end.line
        }
        while draft.isBlank(line: line) { line -= 1 }
        return section.range.bytes.lowerBound..<source.start(ofLine: line + 1)
    }
}
