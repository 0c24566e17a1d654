internal import Markdown
internal import Newsletter

/// Puts events in order, by day and place within their region, and regions in theirs.
package struct EventSorting {
    private let order: RegionOrder

    package init(regions: [String]) {
        order = RegionOrder(regions)
    }

    /// The same draft with its events sorted; what is no event stays where it is.
    ///
    /// - Throws: ``Diagnostics`` where the result is no issue.
    package func sorted(_ draft: WorkingDraft) throws -> WorkingDraft {
        try sortRegions(try sortEvents(draft))
    }

    /// Events change places among the places that events have, so that comments and words between them stay.
    private func sortEvents(_ draft: WorkingDraft) throws -> WorkingDraft {
        var writer = IssueWriter(draft.bytes)
        for section in draft.issue.sections where section.kind == .events {
            let events = section.entries.compactMap { entry in EventOrder(entry).map { (entry: entry, order: $0) } }
            let sorted = events.enumerated().sorted {
                ($0.element.order, $0.offset) < ($1.element.order, $1.offset)
            }
            for (place, (offset, event)) in zip(events, sorted.map { ($0.offset, $0.element) })
            where events[offset].entry.range != place.entry.range {
                writer.insert(draft.lines(of: event.entry), before: place.entry.range)
                writer.remove(place.entry.range)
            }
        }
        return try draft.with(try writer.bytes())
    }

    private func sortRegions(_ draft: WorkingDraft) throws -> WorkingDraft {
        let sections = draft.issue.sections
        guard let roof = sections.firstIndex(where: { $0.kind == .events && $0.level > 0 }) else { return draft }
        let below = sections[(roof + 1)...].prefix { $0.level > sections[roof].level && $0.kind == .events }
        guard let level = below.first?.level, below.allSatisfy({ $0.level == level }) else { return draft }
        // The closing words of the list stand in the last region by their place, not by their sense.
        let blocks = below.map { block(of: $0, in: draft) }
        let sorted = below.indices.sorted { left, right in
            if order.precedes(sections[left].title, sections[right].title) { return true }
            return left < right && !order.precedes(sections[right].title, sections[left].title)
        }
        guard sorted != Array(below.indices) else { return draft }
        var bytes = Array(draft.bytes[..<blocks[0].lowerBound])
        for (place, index) in sorted.enumerated() {
            bytes += draft.bytes[blocks[index - below.startIndex]]
            let gapStart = blocks[place].upperBound
            let gapEnd = place + 1 < blocks.count ? blocks[place + 1].lowerBound : draft.bytes.count
            bytes += draft.bytes[gapStart..<gapEnd]
        }
        return try draft.with(bytes)
    }

    /// From the region's heading to the end of its last event's lines.
    private func block(of section: Section, in draft: WorkingDraft) -> Range<Int> {
        let source = draft.source
        guard let last = section.entries.last(where: { $0.content != .prose }) else {
            let line = section.range.start.line
            return section.range.bytes
                .lowerBound..<(line < source.lineStarts.count
                ? source.lineStarts[line] : draft.bytes.count)
        }
        let line = last.range.end.line
        return section.range.bytes
            .lowerBound..<(line < source.lineStarts.count
            ? source.lineStarts[line] : draft.bytes.count)
    }
}
