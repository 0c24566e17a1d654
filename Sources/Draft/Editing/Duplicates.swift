internal import Address
package import Archive
package import Newsletter

/// Checks whether a candidate is already in the draft, or was in one of the last issues.
package struct Duplicates {
    private let draft: WorkingDraft
    private let archive: ArchiveIndex
    private let issues: Range<Int>
    private let present: [String: (section: String, location: SourceLocation)]

    /// - Parameter count: how many of the last issues to look at.
    package init(of draft: WorkingDraft, archive: ArchiveIndex, last count: Int) {
        self.draft = draft
        self.archive = archive
        issues = archive.issues(before: draft.issue.header.date, last: count)
        var present: [String: (section: String, location: SourceLocation)] = [:]
        for section in draft.issue.sections {
            for entry in section.entries {
                guard let identity = entry.identity(in: section), present[identity] == nil else { continue }
                present[identity] = (section.title, entry.range.start)
            }
        }
        self.present = present
    }

    /// A diagnostic for a candidate that is already in the draft or was in the last issues; nil if the candidate is
    /// new.
    package func fault(of candidate: Candidate) -> Diagnostic? {
        faultInDraft(of: candidate) ?? faultInArchive(of: candidate)
    }

    /// A diagnostic for a candidate that is already in the draft.
    package func faultInDraft(of candidate: Candidate) -> Diagnostic? {
        guard let url = candidate.url, let place = present[candidate.identity] else { return nil }
        return Diagnostic(
            "'\(url)' is already in the draft, under \(place.section)",
            remedy: "Leave the entry there, or move it with 'sennight move'", file: draft.file, at: place.location)
    }

    /// A diagnostic for a candidate that was in one of the last issues.
    package func faultInArchive(of candidate: Candidate) -> Diagnostic? {
        // Events, and what a publication repeats on purpose, come back every week.
        guard let url = candidate.url else { return nil }
        if case .event = candidate.content { return nil }
        guard
            let record = archive.occurrences(of: CanonicalURL(url).description).last(where: {
                issues.contains($0.issue) && $0.event == nil
            })
        else { return nil }
        let issue = archive.issues[record.issue]
        return Diagnostic(
            "'\(url)' was in \(issue.title) of \(issue.date) as '\(record.title)', under \(record.section)",
            remedy: "Leave the link out, or pass --again to repeat it", file: issue.file, at: record.location)
    }
}
