package import Newsletter
package import Text

/// A published issue, as the archive's records name it.
package struct ArchivedIssue: Hashable, Sendable {
    /// From the publication's root.
    package var file: String
    package var title: String
    package var number: Int?
    package var date: CalendarDate
    /// As in ``IssueHeader/slug``.
    package var slug: String?

    package init(file: String, title: String, number: Int?, date: CalendarDate, slug: String? = nil) {
        (self.file, self.title, self.number, self.date) = (file, title, number, date)
        self.slug = slug
    }
}

/// An entry of a published issue that has an address of its own.
package struct LinkRecord: Hashable, Sendable {
    /// Index into ``ArchiveIndex/issues``.
    package var issue: Int
    /// Where the entry begins, counted from 1.
    package var location: SourceLocation
    package var kind: SectionKind
    /// The heading it stands under; an event's region.
    package var section: String
    package var title: String
    /// As the issue has it.
    package var url: String
    /// For comparing, as ``CanonicalURL`` makes it.
    package var canonical: String
    /// As in ``Entry/tags``.
    package var tags: [String]
    /// Nil for what is no event.
    package var event: Event?

    package init(
        issue: Int, location: SourceLocation, kind: SectionKind, section: String, title: String, url: String,
        canonical: String, tags: [String], event: Event?
    ) {
        (self.issue, self.location, self.kind, self.section) = (issue, location, kind, section)
        (self.title, self.url, self.canonical) = (title, url, canonical)
        (self.tags, self.event) = (tags, event)
    }
}
