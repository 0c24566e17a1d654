internal import Newsletter

/// A heading is more than one level below the one before it.
///
/// Readers with a screen reader jump from heading to heading; a missing level sounds like a missing section (WCAG
/// 1.3.1).
struct HeadingLevel: Check {
    static let id = "heading-level"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        var findings: [Finding] = []
        var above: (level: Int, offset: Int)?
        for line in document.lines {
            guard case .heading(let level) = line.kind else { continue }
            if let above, level > above.level + 1 {
                let mark = (line.bytes.lowerBound + line.indent)..<(line.bytes.lowerBound + line.indent + level)
                findings.append(
                    finding(
                        "the heading jumps from level \(above.level) to level \(level)", at: mark, in: document,
                        explanation:
                            "Write \(String(repeating: "#", count: above.level + 1)) for a subsection of the heading above.",
                        notes: [document.note("the heading above", at: above.offset)],
                        fixes: [
                            document.fix(
                                "Make the heading level \(above.level + 1)", replacing: mark,
                                with: String(repeating: "#", count: above.level + 1))
                        ]))
            }
            above = (level, line.bytes.lowerBound)
        }
        return findings
    }
}
