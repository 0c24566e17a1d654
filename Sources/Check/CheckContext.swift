package import Archive
package import Newsletter
internal import Text

/// The publication and the earlier issues, which issues are checked against.
package struct CheckContext: Sendable {
    package let publication: Publication
    package let archive: ArchiveIndex
    let history: History

    var settings: CheckSettings { publication.checks }

    package init(publication: Publication, archive: ArchiveIndex = .empty) {
        self.publication = publication
        self.archive = archive
        history = History(archive, publication)
    }

    /// The indices of the issues within the look-back period before a date: links of these issues must not be repeated.
    func recentIssues(before date: CalendarDate) -> Range<Int> {
        archive.issues(before: date, last: publication.lookBack)
    }

    /// The last issue published before a date.
    func issue(before date: CalendarDate) -> ArchivedIssue? {
        archive.issues(before: date, last: 1).last.map { archive.issues[$0] }
    }
}
