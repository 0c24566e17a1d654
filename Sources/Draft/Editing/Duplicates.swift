package import Archive
package import Newsletter

/// Checks whether a candidate is already in the draft, or was in one of the last issues.
package struct Duplicates {
    private let draft: WorkingDraft
    private let archive: ArchiveIndex
    private let issues: Range<Int>
    private let standing: [String: (section: String, location: SourceLocation)]
    /// The links of the draft, by their pages.
    private let pages: [String: (entry: Entry, section: String)]

    /// - Parameter count: how many of the last issues to look at.
    package init(of draft: WorkingDraft, archive: ArchiveIndex, last count: Int) {
        self.draft = draft
        self.archive = archive
        issues = archive.issues(before: draft.issue.header.date, last: count)
        var standing: [String: (section: String, location: SourceLocation)] = [:]
        var pages: [String: (entry: Entry, section: String)] = [:]
        for section in draft.issue.sections {
            for entry in section.entries {
                guard let identity = entry.identity(in: section), standing[identity] == nil else { continue }
                standing[identity] = (section.title, entry.range.start)
                guard Self.mayShareAPage(entry.content) else { continue }
                let page = EntryIdentity(entry).page
                if pages[page] == nil { pages[page] = (entry, section.title) }
            }
        }
        self.standing = standing
        self.pages = pages
    }

    /// A diagnostic for a candidate that is already in the draft or was in the last issues; nil if the candidate is
    /// new.
    package func fault(of candidate: Candidate) -> Diagnostic? {
        faultInDraft(of: candidate) ?? faultInArchive(of: candidate)
    }

    /// A diagnostic for a candidate that is already in the draft.
    package func faultInDraft(of candidate: Candidate) -> Diagnostic? {
        guard let place = standing[candidate.identityInIssue] else { return nil }
        return Diagnostic(
            "'\(candidate.url ?? candidate.title)' is already in the draft, under \(place.section)",
            remedy: "Leave it there, or move it with 'sennight move'", file: draft.file, at: place.location)
    }

    /// A diagnostic for a candidate that was in one of the last issues.
    package func faultInArchive(of candidate: Candidate) -> Diagnostic? {
        // Events, and what a publication repeats on purpose, come back every week.
        guard let url = candidate.url else { return nil }
        if case .event = candidate.content { return nil }
        let identity = EntryIdentity(link: url)
        guard
            let record = archive.occurrences(of: identity.canonical).last(where: {
                issues.contains($0.issue) && $0.event == nil
            })
        else { return nil }
        let issue = archive.issues[record.issue]
        return Diagnostic(
            "'\(url)' was in \(issue.title) of \(issue.date) as '\(record.title)', under \(record.section)",
            remedy: "Leave the link out, or pass --again to repeat it", file: issue.file, at: record.location)
    }

    /// A hint if the draft, or one of the last issues, has another part of the same page.
    package func hint(on candidate: Candidate) -> Diagnostic? {
        guard let url = candidate.url, Self.mayShareAPage(candidate.content) else { return nil }
        let identity = EntryIdentity(link: url)
        func isOther(_ url: String) -> Bool { EntryIdentity(link: url).resemblance(to: identity) == .samePage }
        let remedy = "Nothing needs to be done if they are different things"
        if let found = pages[identity.page], let other = found.entry.url, isOther(other) {
            return Diagnostic(
                "another part of this page is in the draft as '\(found.entry.title)', under \(found.section)",
                remedy: remedy, file: draft.file, at: found.entry.range.start, severity: .hint)
        }
        let record = archive.occurrences(ofPage: identity.page).last {
            issues.contains($0.issue) && $0.event == nil && isOther($0.url)
        }
        guard let record else { return nil }
        let issue = archive.issues[record.issue]
        return Diagnostic(
            "another part of this page was in \(issue.title) of \(issue.date) as '\(record.title)'", remedy: remedy,
            file: issue.file, at: record.location, severity: .hint)
    }

    /// Events and quotes are compared by more than their URLs.
    private static func mayShareAPage(_ content: Entry.Content) -> Bool {
        switch content {
        case .event, .quote, .prose: false
        default: true
        }
    }
}
