package import Archive
package import Newsletter
internal import Text

/// What an issue is judged against: its publication and the issues before it.
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

    /// The issues that a link must not have stood in, and those before them.
    func recentIssues(before date: CalendarDate) -> Range<Int> {
        archive.issues(before: date, last: publication.lookBack)
    }

    /// The issue that came out before a day.
    func issue(before date: CalendarDate) -> ArchivedIssue? {
        archive.issues(before: date, last: 1).last.map { archive.issues[$0] }
    }
}
