internal import Markdown
internal import Newsletter

/// Adds a heading below a section for a group that has none yet: a component, a team, a repository.
struct GroupOpening {
    let draft: WorkingDraft

    /// The draft with the heading after the section's other groups, followed by the lines of its first entry.
    func opening(_ title: String, below parentSection: Section, with lines: String) throws -> WorkingDraft {
        let sections = draft.issue.sections
        guard let index = sections.firstIndex(where: { $0.range.bytes == parentSection.range.bytes }) else {
            return draft
        }
        let sisters = sections[(index + 1)...].prefix {
            $0.level > parentSection.level && $0.kind == parentSection.kind
        }
        let level = sisters.first?.level ?? min(6, parentSection.level + 1)
        let heading = String(repeating: "#", count: level) + " \(MarkdownText.escaped(title))\n\n"
        var writer = IssueWriter(draft.bytes)
        let line = lastFilledLine(of: sisters.last ?? parentSection)
        let isBlankBelow = draft.isBlank(line: line.end.line + 1)
        writer.insert("\n" + heading + lines + (isBlankBelow ? "" : "\n"), after: line)
        return try draft.with(try writer.bytes())
    }

    private func lastFilledLine(of section: Section) -> SourceRange {
        var line = section.range.end.line
        while line > section.range.start.line, draft.isBlank(line: line) { line -= 1 }
        return draft.source.range(draft.source.start(ofLine: line)..<draft.source.start(ofLine: line + 1))
    }
}
