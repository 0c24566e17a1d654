internal import Newsletter

/// A heading is more than one level below the one before it, or on another level than in the last issues.
///
/// Readers with a screen reader jump from heading to heading; a missing level sounds like a missing section (WCAG
/// 1.3.1). A jump that the last issues have in the same position is the publication's layout and isn't reported. A single
/// heading with one number sign too many or too few moves its section below another one.
struct HeadingLevel: Check {
    static let id = "heading-level"
    static let severity = Finding.Severity.warning

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let customs = context.customs(before: document.issue.header.date)
        let moved = moved(in: document, customs)
        var findings: [Finding] = []
        var above: Section?
        for section in document.issue.sections where section.level > 0 {
            defer { above = section }
            let line = document.lines[section.range.start.line - 1]
            guard case .heading(let level) = line.kind, level == section.level else { continue }
            let mark = (line.bytes.lowerBound + line.indent)..<(line.bytes.lowerBound + line.indent + level)
            if let usual = moved[section.range.start.line] {
                // If others have moved, too, or the heading above isn't where it usually is, the layout may be new.
                let isAlone = moved.count == 1 && above.map { isUsual($0, customs) } ?? false
                findings.append(unusual(level, usual, at: mark, isAlone: isAlone, in: document))
            } else if let above, level > above.level + 1,
                !(isUsual(above, customs) && isUsual(section, customs)),
                !customs.jumps.contains(
                    Customs.Jump(title: section.title.lowercased(), above: above.level, level: level))
            {
                findings.append(jump(from: above, to: level, at: mark, in: document))
            }
        }
        return findings
    }

    /// Whether a heading has the level that it has in most of the last issues.
    private func isUsual(_ section: Section, _ customs: Customs) -> Bool {
        customs.headings[section.title.lowercased()] == section.level
    }

    /// The usual levels of headings that are one level off, by line. If many are off, the layout has changed.
    private func moved(in document: Document, _ customs: Customs) -> [Int: Int] {
        guard !customs.levels.isEmpty else { return [:] }
        var (known, moved): (Int, [Int: Int]) = (0, [:])
        var previous = ""
        var counts: [String: Int] = [:]
        for section in document.issue.sections { counts[section.title.lowercased(), default: 0] += 1 }
        for section in document.issue.sections where section.level > 0 {
            let heading = Customs.Heading(title: section.title.lowercased(), previous: previous)
            previous = heading.title
            let sole = counts[heading.title] == 1 ? customs.soleLevels[heading.title] : nil
            guard let usual = customs.levels[heading] ?? sole else { continue }
            known += 1
            if abs(usual - section.level) == 1 { moved[section.range.start.line] = usual }
        }
        return moved.count * 5 <= known ? moved : [:]
    }

    private func unusual(_ level: Int, _ usual: Int, at mark: Range<Int>, isAlone: Bool, in document: Document)
        -> Finding
    {
        finding(
            "this heading has level \(level), in the last issues it has level \(usual)", at: mark, in: document,
            explanation: "On this level, its section belongs to another one than before.",
            fixes: isAlone ? [levelFix(usual, at: mark, in: document)] : [])
    }

    private func jump(
        from above: Section, to level: Int, at mark: Range<Int>, in document: Document
    ) -> Finding {
        // There is no fix: this heading may be the wrong one, or the one above, or all of its siblings.
        return finding(
            "the heading jumps from level \(above.level) to level \(level)", at: mark, in: document,
            explanation:
                "Write \(String(repeating: "#", count: above.level + 1)) for a subsection of the heading above.",
            notes: [document.note("the heading above", at: above.range.bytes.lowerBound)])
    }

    private func levelFix(_ level: Int, at mark: Range<Int>, in document: Document) -> Fix {
        document.fix("Make the heading level \(level)", replacing: mark, with: String(repeating: "#", count: level))
    }
}
