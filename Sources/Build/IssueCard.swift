package import Context
package import Newsletter

/// What lists, feeds and neighbours need to know of an issue without reading its text.
package struct IssueCard: Hashable, Sendable {
    /// From the publication's root.
    package var file: String
    package var header: IssueHeader
    /// From the site's root, without a leading slash.
    package var path: String
    /// Of the file's bytes.
    package var source: Fingerprint
    /// The body of a page that is not Markdown.
    package var legacyHTML: String?

    package init(file: String, header: IssueHeader, path: String, source: Fingerprint, legacyHTML: String? = nil) {
        (self.file, self.header, self.path) = (file, header, path)
        (self.source, self.legacyHTML) = (source, legacyHTML)
    }

    /// Of all that a link to the issue shows.
    var fingerprint: Fingerprint {
        Fingerprint(
            .text(path), .text(header.title), .number(header.date.daysSince1970), .number(header.number ?? -1),
            .text(header.category ?? ""))
    }
}
