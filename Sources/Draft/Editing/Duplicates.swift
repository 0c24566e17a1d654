package import Archive
package import Newsletter

/// Finds out whether a candidate already stands in the draft or stood in one of the last issues.
package struct Duplicates {
    private let draft: WorkingDraft
    private let archive: ArchiveIndex
    private let count: Int

    /// - Parameter count: how many of the last issues count.
    package init(of draft: WorkingDraft, archive: ArchiveIndex, last count: Int) {
        (self.draft, self.archive, self.count) = (draft, archive, count)
    }

    /// What to tell a person who wants to add it; nil where it is new.
    package func fault(of candidate: Candidate) -> Diagnostic? {
        guard let url = candidate.url else { return nil }
        let identity = candidate.identity
        for section in draft.issue.sections {
            for entry in section.entries where entry.identity(in: section) == identity {
                return Diagnostic(
                    "'\(url)' stands in the draft already, under \(section.title)",
                    remedy: "Leave it there, or move it with 'sennight move'", file: draft.file,
                    at: entry.range.start)
            }
        }
        // Events and what a publication repeats on purpose come back every week.
        if case .event = candidate.content { return nil }
        let issues = archive.issues(before: draft.issue.header.date, last: count)
        guard
            let record = archive.occurrences(of: CanonicalURL(url).description).last(where: {
                issues.contains($0.issue) && $0.event == nil
            })
        else { return nil }
        let issue = archive.issues[record.issue]
        return Diagnostic(
            "'\(url)' stood in \(issue.title) of \(issue.date) as '\(record.title)', under \(record.section)",
            remedy: "Leave it out, or say --again if it belongs in once more", file: issue.file, at: record.location)
    }
}
