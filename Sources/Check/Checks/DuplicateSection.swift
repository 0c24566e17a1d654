internal import Newsletter

/// A heading stands twice under the same heading.
///
/// One of the two was left by a merge, or the other was written without looking; readers who jump to it find half of its
/// entries.
struct DuplicateSection: Check {
    static let id = "duplicate-section"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        // The headings that the next may stand under; those of one path share a number.
        var above: [(level: Int, path: Int, isRepeated: Bool)] = []
        var seen: [Path: (number: Int, section: Section)] = [:]
        for (index, section) in document.issue.sections.enumerated() where section.level > 0 {
            while let last = above.last, last.level >= section.level { above.removeLast() }
            let path = Path(above: above.last?.path ?? -1, title: section.title.lowercased())
            let known = seen[path]
            // What stands under a heading that stands twice is that heading's affair.
            let isWithin = above.last?.isRepeated == true
            above.append((section.level, known?.number ?? index, isWithin || known != nil && !section.title.isEmpty))
            if isWithin { continue }
            guard let first = known?.section, !section.title.isEmpty else {
                seen[path] = (known?.number ?? index, section)
                continue
            }
            let line = document.lines[section.range.start.line - 1]
            findings.append(
                finding(
                    "the section '\(section.title)' already exists", at: document.content(line), in: document,
                    explanation: "Move the entries of one below the other, and take this heading out.",
                    notes: [document.note("the first one", at: first.range.bytes.lowerBound)]))
        }
        return findings
    }

    private struct Path: Hashable {
        /// The number of the heading above; -1 for none.
        var above: Int
        var title: String
    }
}
