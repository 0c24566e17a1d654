internal import Newsletter
internal import Text

/// An event comes after a later one in its region.
///
/// Readers search for dates, so the events of a region are listed in chronological order.
struct EventOrder: Check {
    static let id = "event-order"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        var index = 0
        while index < document.events.count {
            var end = index
            while end < document.events.count, document.events[end].section == document.events[index].section {
                end += 1
            }
            // Past events and events with a wrong year are reported by other checks, and must not be moved by their
            // date.
            let coming = document.events[index..<end].filter { $0.event.start >= document.issue.header.date }
            findings += misplaced(coming, in: document)
            index = end
        }
        return findings
    }

    private func misplaced(_ events: [CheckedEvent], in document: Document) -> [Finding] {
        let kept = Self.longestAscending(events.map(\.event.start.daysSince1970))
        // Their dates never decrease, so the first later one is found by binary search.
        let staying = events.indices.filter(kept.contains).map { events[$0] }
        return events.indices.filter { !kept.contains($0) }.map { index in
            let event = events[index]
            // It goes before the first later event that stays, or else after the last one that stays.
            let target = Self.first(in: staying, after: event.event.start)
            return finding(
                "this event of \(event.event.start) is out of order", at: event.date, in: document,
                explanation: "Within a region, events are listed by date.",
                notes: target.map { [document.note("the event belongs before this one", at: $0.date.lowerBound)] }
                    ?? [],
                fixes: fix(event, before: target, after: staying.last, in: document).map { [$0] } ?? [])
        }
    }

    private static func first(in events: [CheckedEvent], after day: CalendarDate) -> CheckedEvent? {
        var (low, high) = (0, events.count)
        while low < high {
            let middle = (low + high) / 2
            if events[middle].event.start > day { high = middle } else { low = middle + 1 }
        }
        return low < events.count ? events[low] : nil
    }

    private func fix(
        _ event: CheckedEvent, before target: CheckedEvent?, after last: CheckedEvent?, in document: Document
    ) -> Fix? {
        let lines = wholeLines(event, document)
        let text = document.text(lines)
        guard text.hasSuffix("\n") else { return nil }
        let place: Int
        if let target {
            place = wholeLines(target, document).lowerBound
        } else if let last {
            place = wholeLines(last, document).upperBound
        } else {
            return nil
        }
        guard place > 0, document.bytes[place - 1] == 0x0A else { return nil }
        return Fix(
            "Move the event to its position by date", isSafe: true,
            [document.splice(lines, ""), document.splice(place..<place, text)])
    }

    /// The lines of an event, including nested titles.
    private func wholeLines(_ event: CheckedEvent, _ document: Document) -> Range<Int> {
        let (first, last) = (event.entry.range.start.line - 1, event.entry.range.end.line - 1)
        let end = last + 1 < document.lines.count ? document.lines[last + 1].bytes.lowerBound : document.bytes.count
        return document.lines[first].bytes.lowerBound..<end
    }

    /// The indices of a longest subsequence of numbers that never decrease; all others are out of order.
    static func longestAscending(_ numbers: [Int]) -> Set<Int> {
        var tails: [Int] = []
        var before = [Int?](repeating: nil, count: numbers.count)
        for (index, number) in numbers.enumerated() {
            var (low, high) = (0, tails.count)
            while low < high {
                let middle = (low + high) / 2
                if numbers[tails[middle]] <= number { low = middle + 1 } else { high = middle }
            }
            if low > 0 { before[index] = tails[low - 1] }
            if low == tails.count { tails.append(index) } else { tails[low] = index }
        }
        var kept: Set<Int> = []
        var next = tails.last
        while let index = next {
            kept.insert(index)
            next = before[index]
        }
        return kept
    }
}
