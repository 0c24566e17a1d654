internal import Archive
internal import Newsletter

/// Finds the entry or the section that a correction is about.
struct CorrectedPlace {
    private let issue: Issue
    private let ids: [Int: String]

    init(_ issue: Issue) {
        self.issue = issue
        ids = EntryAnchors.ids(of: issue)
    }

    /// - Parameter name: the entry's URL, or a line of the file.
    /// - Throws: a ``Diagnostic`` if there is no such entry, or there are several.
    func entry(named name: String) throws -> CorrectedEntry {
        if let line = Int(name) {
            guard let entry = entry(inLine: line) else {
                throw Diagnostic(
                    "line \(name) is in no entry or section of this issue", remedy: "Give the line of an entry",
                    file: issue.file)
            }
            return entry
        }
        let wanted = EntryIdentity(link: name).canonical
        let found = issue.sections.flatMap(\.entries).filter { entry in
            entry.url.map { EntryIdentity(link: $0).canonical == wanted } ?? false
        }
        guard let entry = found.first else {
            throw Diagnostic(
                "no entry of this issue has the URL '\(name)'", remedy: "Give the URL as it is now, or a line",
                file: issue.file)
        }
        guard found.count == 1 else {
            let lines = found.map { String($0.range.start.line) }.joined(separator: ", ")
            throw Diagnostic(
                "\(found.count) entries of this issue have this URL, in lines \(lines)",
                remedy: "Give one of the lines",
                file: issue.file)
        }
        return corrected(entry, in: nil)
    }

    /// The entry of a line, or its section if the page has no id for the entry; nil if there is neither.
    func entry(inLine line: Int) -> CorrectedEntry? {
        for section in issue.sections.reversed()
        where Self.isIn(section.range, line) {
            let entry = section.entries.last { Self.isIn($0.range, line) }
            if let entry, ids[entry.range.start.line] != nil { return corrected(entry, in: section) }
            guard section.level > 0 else { return nil }
            return CorrectedEntry(id: section.id, title: IssueDifference.shortened(section.title))
        }
        return nil
    }

    /// An empty range may end before it starts.
    private static func isIn(_ range: SourceRange, _ line: Int) -> Bool {
        range.start.line <= line && line <= range.end.line
    }

    private func corrected(_ entry: Entry, in section: Section?) -> CorrectedEntry {
        CorrectedEntry(
            id: ids[entry.range.start.line] ?? section?.id ?? "", title: IssueDifference.shortened(entry.title))
    }
}
