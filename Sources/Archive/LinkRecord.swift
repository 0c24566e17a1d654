package import Newsletter
package import Text

/// A published issue in the archive.
package struct ArchivedIssue: Hashable, Sendable {
    /// The path from the publication's root.
    package var file: String
    package var title: String
    package var number: Int?
    package var date: CalendarDate
    /// The slug, as in ``IssueHeader/slug``.
    package var slug: String?
    /// The page's path in the header, as in ``IssueHeader/permalink``.
    package var permalink: String?

    package init(
        file: String, title: String, number: Int?, date: CalendarDate, slug: String? = nil, permalink: String? = nil
    ) {
        self.file = file
        self.title = title
        self.number = number
        self.date = date
        self.slug = slug
        self.permalink = permalink
    }
}

/// An entry of a published issue that has a URL of its own.
package struct LinkRecord: Hashable, Sendable {
    /// An index into ``ArchiveIndex/issues``.
    package var issue: Int
    /// The start of the entry, counted from 1.
    package var location: SourceLocation
    package var kind: SectionKind
    /// The heading that the entry is under; for events, their region.
    package var section: String
    package var title: String
    /// The URL as the issue has it.
    package var url: String
    /// The URL for comparisons, as returned by ``CanonicalURL``.
    package var canonical: String
    /// The tags, as in ``Entry/tags``.
    package var tags: [String]
    /// The event; nil for any other entry.
    package var event: Event?

    package init(
        issue: Int, location: SourceLocation, kind: SectionKind, section: String, title: String, url: String,
        canonical: String, tags: [String], event: Event?
    ) {
        self.issue = issue
        self.location = location
        self.kind = kind
        self.section = section
        self.title = title
        self.url = url
        self.canonical = canonical
        self.tags = tags
        self.event = event
    }
}
