internal import Newsletter

/// The same heading appears twice in one parent section.
///
/// One of the two was left by a merge or added by mistake. Readers who jump to the section find only half of its
/// entries.
struct DuplicateSection: Check {
    static let id = "duplicate-section"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        // Headings are compared within their parent sections; headings with the same path share a number.
        var above: [(level: Int, path: Int, isRepeated: Bool)] = []
        var seen: [Path: (number: Int, section: Section)] = [:]
        for (index, section) in document.issue.sections.enumerated() where section.level > 0 {
            while let last = above.last, last.level >= section.level { above.removeLast() }
            let path = Path(above: above.last?.path ?? -1, title: section.title.lowercased())
            let known = seen[path]
            // Nothing below a duplicate heading is reported: the heading itself is.
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
                    explanation: "Move the entries of this section to the first one, and remove this heading.",
                    notes: [document.note("the first one", at: first.range.bytes.lowerBound)]))
        }
        return findings
    }

    private struct Path: Hashable {
        /// The number of the parent heading; -1 if there is none.
        var above: Int
        var title: String
    }
}
