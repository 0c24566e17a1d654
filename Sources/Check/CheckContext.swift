package import Archive
package import Newsletter
internal import Text

/// The publication and the earlier issues, which issues are checked against.
package struct CheckContext: Sendable {
    package let publication: Publication
    package let archive: ArchiveIndex
    let history: History

    /// The lines of the template's comments.
    let templateComments: TemplateLines
    /// The words of the template's paragraphs.
    let templateParagraphs: Set<[String]>
    /// Whether the publication has a file, by its path from the root; nil if nobody can tell.
    let exists: (@Sendable (_ path: String) -> Bool)?

    /// Whether the site has something at a path from its root, as a link has it; nil if nobody can tell.
    let publishes: (@Sendable (_ path: String) -> Bool)?

    var settings: CheckSettings { publication.checks }

    /// - Parameters:
    ///   - template: the text of the template for drafts.
    ///   - exists: whether the publication has a file, by its path from the root.
    ///   - publishes: whether the site has something at a path from its root, as a link has it.
    package init(
        publication: Publication, archive: ArchiveIndex = .empty, template: String? = nil,
        exists: (@Sendable (_ path: String) -> Bool)? = nil,
        publishes: (@Sendable (_ path: String) -> Bool)? = nil
    ) {
        self.publication = publication
        self.archive = archive
        self.exists = exists
        self.publishes = publishes
        templateParagraphs = Set(
            (template ?? "").split(separator: "\n\n").map { RepeatedText($0.utf8).words }.filter { !$0.isEmpty })
        templateComments = TemplateLines(template ?? "", publication.checks.templateComments)
        history = History(archive, publication)
    }

    /// The indices of the issues within the look-back period before a date: links of these issues must not be repeated.
    func recentIssues(before date: CalendarDate) -> Range<Int> {
        archive.issues(before: date, last: publication.lookBack)
    }

    /// What the last issues before a date have in common.
    func customs(before date: CalendarDate) -> Customs {
        history.customs(before: archive.issues(before: date, last: 1).upperBound)
    }

    /// The headings and the prose of an issue.
    func outline(of issue: Int) -> IssueOutline { history.outline(of: issue) }

    /// Whether a canonical URL leads to a page of the publication's own site below the home page.
    func isOwnPage(_ canonical: String) -> Bool {
        let own = EntryIdentity(link: publication.address).canonical
        return !own.isEmpty && canonical.hasPrefix(own + "/")
    }

    /// Whether a file is a draft, from which finishing removes empty sections and comments.
    func isDraft(_ file: String) -> Bool {
        let folder = publication.folders.drafts + "/"
        return file.hasPrefix(folder) || file.contains("/" + folder)
    }

    /// The last issue published before a date.
    func issue(before date: CalendarDate) -> ArchivedIssue? {
        archive.issues(before: date, last: 1).last.map { archive.issues[$0] }
    }
}
