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
        let customs = context.customs(before: document.issue.header.date)
        return document.issue.sections.compactMap { section in
            if let colon = addedColon(section, customs, in: document) { return colon }
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

    /// A finding for a colon after a heading that the last issues have without it.
    private func addedColon(_ section: Section, _ customs: Customs, in document: Document) -> Finding? {
        guard section.level > 0, section.title.hasSuffix(":"),
            customs.headings[section.title.lowercased()] == nil,
            customs.headings[section.title.dropLast().lowercased()] != nil
        else { return nil }
        let content = document.content(document.lines[section.range.start.line - 1])
        guard document.bytes[content].last == UInt8(ascii: ":") else { return nil }
        let colon = (content.upperBound - 1)..<content.upperBound
        return finding(
            "the last issues have the heading '\(section.title.dropLast())' without a colon", at: colon, in: document,
            explanation: "A heading that changes has another address.", severity: .warning,
            fixes: [document.fix("Remove the colon", isSafe: true, replacing: colon, with: "")])
    }
}
