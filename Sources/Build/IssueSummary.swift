internal import Context
package import Markdown
package import Newsletter
package import Text

/// The facts about an issue that lists, feeds and neighbouring issues show, so that its text needn't be read.
package struct IssueSummary: Hashable, Sendable {
    /// The path from the publication's root.
    package let file: String
    package let header: IssueHeader
    /// The path from the site's root, without a leading slash.
    package let path: String
    /// The fingerprint of the file's bytes.
    package let source: Fingerprint
    /// The body of a page that isn't Markdown.
    package let legacyHTML: String?
    /// Whether the text has links to other Markdown files, so that its page depends on their addresses.
    package let linksToSources: Bool
    /// The links and images in the text that are files of the site or of the publication.
    package let localLinks: [LocalLink]
    /// The issue's sections with the number of their entries, for lists of issues; may be empty.
    package let topics: String
    /// The fingerprint of everything that a link to the issue shows.
    let fingerprint: Fingerprint
    /// The fingerprint of everything that a list of issues shows.
    let listing: Fingerprint

    package init(
        file: String, header: IssueHeader, path: String, source: Fingerprint, legacyHTML: String? = nil,
        linksToSources: Bool = false, localLinks: [LocalLink] = [], topics: String = ""
    ) {
        self.file = file
        self.header = header
        self.path = path
        self.source = source
        self.legacyHTML = legacyHTML
        self.linksToSources = linksToSources
        self.localLinks = localLinks
        self.topics = topics
        fingerprint = Fingerprint(
            .text(path), .text(header.title), .number(header.date.daysSince1970), .number(header.number ?? -1),
            .text(header.category ?? ""))
        listing = Fingerprint(.fingerprint(fingerprint), .text(topics))
    }
}
