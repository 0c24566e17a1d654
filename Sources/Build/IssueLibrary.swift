internal import Context
internal import Markdown
internal import Newsletter
internal import Synchronization
internal import Text

/// All issues of a publication: a summary of each issue, and its text on demand.
package final class IssueLibrary: Sendable {
    /// The summaries, from the oldest issue to the newest.
    package let summaries: [IssueSummary]
    /// The issues that aren't published.
    package let heldBack: [HeldBackIssue]
    /// Fits the links of a page to the site.
    let links: LocalLinks
    /// Whether all pages need their links fitted, because the site has a path.
    private let isBelowPath: Bool
    /// The fingerprint of the paths of all pages.
    let paths: Fingerprint
    private let pages: Mutex<[String: PageBody]>
    /// The sections of issues that have been read, by the fingerprint of their file.
    private let sections: Mutex<[Fingerprint: [Section]]>
    private let feedBodies: Mutex<[Fingerprint: FeedBody]>
    private let read: @Sendable (_ file: String, _ parts: IssueReader.Parts) throws -> IssueReader.Reading

    /// - Parameters:
    ///   - pages: bodies that have already been read, by file.
    ///   - sections: the same of sections, by the fingerprint of their file.
    ///   - kept: what the last build made of files that haven't changed.
    ///   - read: reads an issue's file.
    init(
        summaries: [IssueSummary], heldBack: [HeldBackIssue] = [], address: SiteAddress, pages: [String: PageBody],
        sections known: [Fingerprint: [Section]], remembering kept: Kept,
        read: @escaping @Sendable (_ file: String, _ parts: IssueReader.Parts) throws -> IssueReader.Reading
    ) {
        self.summaries = summaries.sorted {
            ($0.header.date, $0.header.number ?? 0, $0.path) < ($1.header.date, $1.header.number ?? 0, $1.path)
        }
        self.heldBack = heldBack
        let hrefs = Dictionary(
            summaries.map { ($0.file, address.href($0.path)) }, uniquingKeysWith: { first, _ in first })
        links = LocalLinks(base: address.base) { hrefs[$0] }
        isBelowPath = address.base != "/"
        var mixer = FingerprintMixer()
        for summary in self.summaries {
            mixer.add(.text(summary.file))
            mixer.add(.text(summary.path))
        }
        paths = mixer.fingerprint
        self.pages = Mutex(pages)
        let present = Set(summaries.map(\.source))
        sections = Mutex(kept.sections.filter { present.contains($0.key) }.merging(known) { $1 })
        feedBodies = Mutex(kept.feedBodies.filter { present.contains($0.key) })
        self.read = read
    }

    /// An issue's body with its headings.
    func page(of summary: IssueSummary) throws -> PageBody {
        if let html = summary.legacyHTML { return PageBody(html: Array(html.utf8)) }
        let known = pages.withLock { $0[summary.file] }
        if var page = known {
            guard !page.isFitted else { return page }
            fit(&page, of: summary)
            pages.withLock { [page] in $0[summary.file] = page }
            return page
        }
        var page = PageBody(try read(summary.file, .body))
        fit(&page, of: summary)
        pages.withLock { $0[summary.file] = page }
        return page
    }

    private func fit(_ page: inout PageBody, of summary: IssueSummary) {
        page.isFitted = true
        guard isBelowPath || summary.linksToSources else { return }
        page.html = links.applied(to: page.html, anchors: &page.anchors, file: summary.file)
    }

    /// An issue's body in the form that feeds contain.
    func feedBody(of summary: IssueSummary, page: String, root: String) throws -> FeedBody {
        if let known = feedBodies.withLock({ $0[summary.source] }) { return known }
        let body = FeedBody(AddressRewriter.absolute(try self.page(of: summary).html, page: page, root: root))
        feedBodies.withLock { $0[summary.source] = body }
        return body
    }

    /// An issue's sections with their entries; none for a page that isn't Markdown.
    func sections(of summary: IssueSummary) throws -> [Section] {
        guard summary.legacyHTML == nil else { return [] }
        if let known = sections.withLock({ $0[summary.source] }) { return known }
        let read = try read(summary.file, .sections).issue.sections
        sections.withLock { $0[summary.source] = read }
        return read
    }

    /// Results that the next build of this process can reuse, by the fingerprint of the issue's file.
    struct Kept: Sendable {
        var sections: [Fingerprint: [Section]] = [:]
        var feedBodies: [Fingerprint: FeedBody] = [:]
    }

    var kept: Kept {
        Kept(sections: sections.withLock { $0 }, feedBodies: feedBodies.withLock { $0 })
    }
}

/// The content of an issue's page.
struct PageBody: Sendable {
    var html: [UInt8]
    var headings: [Heading] = []
    var anchors: [BodyAnchor] = []
    /// Whether the links are those of the site rather than of the source.
    var isFitted = false
}

extension PageBody {
    init(_ reading: IssueReader.Reading) {
        self.init(html: reading.body, headings: reading.headings, anchors: reading.anchors)
    }
}
