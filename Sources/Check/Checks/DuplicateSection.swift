internal import Newsletter

/// A heading stands twice under the same heading.
///
/// One of the two was left by a merge, or the other was written without looking; readers who jump to it find half of its
/// entries.
struct DuplicateSection: Check {
    static let id = "duplicate-section"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ surroundings: Surroundings) -> [Finding] {
        var findings: [Finding] = []
        var above: [Section] = []
        var seen: [String: Section] = [:]
        for section in document.issue.sections where section.level > 0 {
            while let last = above.last, last.level >= section.level { above.removeLast() }
            let path = (above.map(\.title) + [section.title]).map { $0.lowercased() }.joined(separator: "\n")
            above.append(section)
            let line = document.lines[section.range.start.line - 1]
            guard let first = seen[path], !section.title.isEmpty else {
                seen[path] = section
                continue
            }
            findings.append(
                finding(
                    "the section '\(section.title)' stands here already", at: document.content(line), in: document,
                    explanation: "Move the entries of one below the other, and take this heading out.",
                    notes: [document.note("the first one", at: first.range.bytes.lowerBound)]))
        }
        return findings
    }
}
