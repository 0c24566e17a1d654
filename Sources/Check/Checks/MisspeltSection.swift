internal import Newsletter

/// A heading is almost, but not exactly, one that the publication knows.
///
/// The heading decides what kind of entries a section holds (`sections` in the settings), and readers bookmark its URL.
/// With one letter too many, the entries are read as another kind.
struct MisspeltSection: Check {
    static let id = "misspelt-section"
    static let severity = Finding.Severity.error

    func findings(in document: Document, _ context: CheckContext) -> [Finding] {
        let headings = context.history.headings
        return document.issue.sections.compactMap { section in
            guard section.title.utf8.count >= KnownHeadings.shortest, let name = headings.meant(section.title) else {
                return nil
            }
            // The singular is right above one entry.
            if KnownHeadings.differInNumber(section.title, name) {
                let hasSeveral = section.entries.count { $0.url != nil } > 1
                guard hasSeveral == (name.count > section.title.count) else { return nil }
            }
            let line = document.lines[section.range.start.line - 1]
            return finding(
                "'\(section.title)' is almost the section '\(name)'", at: document.content(line), in: document,
                explanation: "Correct the heading, or add it to the settings if it is a new section.",
                fixes: [document.fix("Write '\(name)'", replacing: document.content(line), with: name)])
        }
    }
}
