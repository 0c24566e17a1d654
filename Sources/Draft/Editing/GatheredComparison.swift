internal import Archive
internal import Newsletter

/// Compares a draft with the expected result of inserting items.
struct GatheredComparison {
    private let items: [Int: GatheredList.Item]
    /// The lines above which something was inserted, and how many lines were inserted up to there.
    private let lines: [Int]
    private let sums: [Int]

    /// Prepares the comparison; nil if the items aren't in the order of the text.
    init?(_ insertions: [GatheredList.Insertion]) {
        var (items, lines, sums): ([Int: GatheredList.Item], [Int], [Int]) = ([:], [], [])
        var sum = 0
        for (line, item) in insertions {
            if let last = lines.last, line < last { return nil }
            items[line + sum] = item
            sum += item.lineCount
            if lines.last == line {
                sums[sums.count - 1] = sum
            } else {
                lines.append(line)
                sums.append(sum)
            }
        }
        self.items = items
        self.lines = lines
        self.sums = sums
    }

    /// Whether the draft has the items as entries in the expected sections, and nothing else has changed.
    ///
    /// - Parameter checked: identities that were assumed to be absent while the items were gathered.
    func isExpected(_ draft: WorkingDraft, after old: WorkingDraft, checked: Set<String>) -> Bool {
        guard draft.issue.sections.count == old.issue.sections.count else { return false }
        var found = 0
        for (index, (section, before)) in zip(draft.issue.sections, old.issue.sections).enumerated() {
            guard section.title == before.title, section.level == before.level, section.kind == before.kind else {
                return false
            }
            var others = before.entries[...]
            for entry in section.entries {
                if let item = items[entry.range.start.line] {
                    guard item.section == index, isExpected(entry, of: item, in: section, checked) else { return false }
                    found += 1
                } else {
                    guard let other = others.popFirst(), isSame(entry, other) else { return false }
                }
            }
            guard others.isEmpty else { return false }
        }
        return found == items.count
    }

    private func isExpected(
        _ entry: Entry, of item: GatheredList.Item, in section: Section, _ checked: Set<String>
    ) -> Bool {
        guard entry.content != .prose, entry.range.start.column == 1,
            entry.range.end.line - entry.range.start.line + 1 == item.lineCount,
            entry.url != nil || !item.hasAddress, EventOrder(entry) == item.order
        else { return false }
        guard !checked.isEmpty, let identity = entry.identity(in: section), identity != item.identity else {
            return true
        }
        return !checked.contains(identity)
    }

    /// Whether two entries are the same except for their position.
    private func isSame(_ entry: Entry, _ other: Entry) -> Bool {
        entry.range.start.line == moved(other.range.start.line) && entry.range.end.line == moved(other.range.end.line)
            && entry.range.start.column == other.range.start.column && entry.url == other.url
            && entry.title == other.title && entry.content == other.content
    }

    /// The line to which a line of the previous draft has moved.
    private func moved(_ line: Int) -> Int {
        var (low, high) = (0, lines.count)
        while low < high {
            let middle = (low + high) / 2
            if lines[middle] <= line { low = middle + 1 } else { high = middle }
        }
        return low > 0 ? line + sums[low - 1] : line
    }
}

extension GatheredList.Item {
    /// The number of line ends.
    fileprivate var lineCount: Int { lines.utf8.count { $0 == 0x0A } + (lines.utf8.last == 0x0A ? 0 : 1) }
}
