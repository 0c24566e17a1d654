package import Archive
package import Newsletter

/// Tells where a link belongs by where links to the same site stood before.
package struct SectionSuggestion {
    private let draft: WorkingDraft
    private let archive: ArchiveIndex

    package init(_ draft: WorkingDraft, archive: ArchiveIndex) {
        (self.draft, self.archive) = (draft, archive)
    }

    /// The heading of a section that the draft has; nil where the archive does not know the site.
    package func section(for candidate: Candidate) -> String? {
        guard let host = candidate.url.flatMap({ LinkHost.of(CanonicalURL($0).description) }) else { return nil }
        var counts: [String: Int] = [:]
        let titles = Dictionary(
            draft.issue.sections.filter { $0.kind == candidate.kind }.map { (SectionName.key($0.title), $0.title) },
            uniquingKeysWith: { first, _ in first })
        for issue in archive.issues(before: draft.issue.header.date, last: Self.issues) {
            for record in archive.records(of: issue)
            where record.kind == candidate.kind && LinkHost.of(record.canonical) == host {
                if let title = titles[SectionName.key(record.section)] { counts[title, default: 0] += 1 }
            }
        }
        return counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// Two years of a weekly: what stood where before that follows other headings.
    private static let issues = 104
}
