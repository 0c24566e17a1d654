internal import Newsletter

/// A heading is nearly one that the publication knows.
///
/// What a section holds is told by its heading (`sections` in the settings), and readers have kept its address: a letter
/// too many, and its entries are read as something else.
struct MisspeltSection: Check {
    static let id = "misspelt-section"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let headings = context.history.headings
        return document.issue.sections.compactMap { section in
            guard section.title.utf8.count >= KnownHeadings.shortest, let name = headings.meant(section.title) else {
                return nil
            }
            let line = document.lines[section.range.start.line - 1]
            return finding(
                "'\(section.title)' is nearly the section '\(name)'", at: document.content(line), in: document,
                explanation: "If that is meant, write it so; else name the heading in the settings.",
                fixes: [document.fix("Write '\(name)'", replacing: document.content(line), with: name)])
        }
    }
}
