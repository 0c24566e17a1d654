internal import Archive
internal import Context
internal import Markdown
internal import Newsletter
internal import Text

/// An issue as feeds contain it: with its full text and absolute URLs.
struct FeedItem {
    let title: String
    let url: String
    /// The entry's permanent ID, which never changes.
    let id: String
    let published: ZonedTime
    /// When the issue was last corrected, in seconds since 1970; nil unless that was after it was published.
    let corrected: Int?
    let category: String
    let body: FeedBody

    init(_ summary: IssueSummary, on site: Site) throws {
        title = summary.header.title
        url = site.address.url(summary.path)
        id = site.address.tag(of: summary.path, date: summary.header.date)
        published = ZonedTime(
            summary.header.date, minutes: summary.header.minutes ?? 0, zone: site.publication.timeZone)
        corrected = site.corrections(of: summary)?.latest.flatMap { [published] in
            $0 > published.secondsSince1970 ? $0 : nil
        }
        category = site.category(of: summary)
        body = try site.issues.feedBody(of: summary, page: url, root: site.address.root)
    }
}

extension FeedItem {
    /// When the text last changed, as RFC 3339.
    var updated: String { corrected.map { Timestamp.text($0) } ?? published.rfc3339 }
}

/// An issue's text for feeds, shared between several of them.
struct FeedBody: Sendable {
    /// HTML with absolute URLs.
    let html: [UInt8]
    /// The HTML, escaped as XML text.
    let xml: [UInt8]

    init(_ html: [UInt8]) {
        self.html = html
        var xml: [UInt8] = []
        xml.reserveCapacity(html.count + html.count / 2)
        Escaping.appendXML(html, to: &xml)
        self.xml = xml
    }
}

extension Site {
    /// Fingerprint parts for everything that the feeds of some issues depend on.
    func feedParts(of summaries: some Sequence<IssueSummary>) -> [Fingerprint.Part] {
        summaries.flatMap { summary -> [Fingerprint.Part] in
            [.fingerprint(summary.fingerprint), .fingerprint(summary.source)]
                + (summary.linksToSources ? [.fingerprint(issues.paths)] : []) + correctionParts(of: summary)
        }
    }

    /// The newest issues, as many as a feed contains.
    func feedCards(category: String? = nil) -> [IssueSummary] {
        Array(
            newestFirst.lazy.filter { category == nil || self.category(of: $0) == category }.prefix(
                publication.feedItems))
    }

    /// The products of a feed of all issues and of a feed for each category.
    func feeds(
        _ kind: SiteAddress.Feed, _ bytes: @escaping @Sendable (Site, FeedHead, [FeedItem]) -> [UInt8]
    ) -> [Product] {
        let all = feed(
            at: .feed(kind, category: nil), title: publication.title, page: .home, summaries: feedCards(), bytes)
        return [all]
            + categories.map { name, _ in
                feed(
                    at: .feed(kind, category: name), title: "\(publication.title) – \(name)", page: .category(name),
                    summaries: feedCards(category: name), bytes)
            }
    }

    private func feed(
        at file: SiteAddress.Page, title: String, page: SiteAddress.Page, summaries: [IssueSummary],
        _ bytes: @escaping @Sendable (Site, FeedHead, [FeedItem]) -> [UInt8]
    ) -> Product {
        self.file(at: address.path(of: file), dependingOn: feedParts(of: summaries) + [.text(title)]) { site in
            let items = try summaries.map { try FeedItem($0, on: site) }
            let head = FeedHead(title: title, page: site.address.url(page), url: site.address.url(file))
            return bytes(site, head, items)
        }
    }
}

/// A feed's metadata.
struct FeedHead {
    var title: String
    /// The URL of the page with the same content.
    var page: String
    /// The feed's own URL.
    var url: String
}
