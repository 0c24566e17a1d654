internal import Context
package import Newsletter
package import Text

/// What lists, feeds and neighbours need to know of an issue without reading its text.
package struct IssueSummary: Hashable, Sendable {
    /// From the publication's root.
    package let file: String
    package let header: IssueHeader
    /// From the site's root, without a leading slash.
    package let path: String
    /// Of the file's bytes.
    package let source: Fingerprint
    /// The body of a page that is not Markdown.
    package let legacyHTML: String?
    /// Of all that a link to the issue shows.
    let fingerprint: Fingerprint

    package init(file: String, header: IssueHeader, path: String, source: Fingerprint, legacyHTML: String? = nil) {
        self.file = file
        self.header = header
        self.path = path
        self.source = source
        self.legacyHTML = legacyHTML
        fingerprint = Fingerprint(
            .text(path), .text(header.title), .number(header.date.daysSince1970), .number(header.number ?? -1),
            .text(header.category ?? ""))
    }
}
