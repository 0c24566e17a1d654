internal import Context
internal import Newsletter
internal import Text

/// Good answers of the last hours, so that a second run sends few requests. Links with any other answer are requested
/// again.
///
/// The file has one JSON object per line.
package struct LinkCache: Sendable {
    private var kept: [String: RememberedLink] = [:]
    private var added: [UInt8] = []
    private let now: Int

    /// - Parameters:
    ///   - bytes: the file's content; unreadable lines are ignored.
    ///   - now: seconds since 1970.
    package init(_ bytes: [UInt8] = [], now: Int, hours: Int) {
        self.now = now
        for link in JSONLines.readable(RememberedLink.self, in: bytes)
        where link.at > now - hours * 3600 && link.at <= now {
            kept[link.url] = link
        }
    }

    /// The cached answer, or nil if the link must be requested.
    func answer(to link: AskedLink) -> LinkAnswer? {
        guard let known = kept[link.url], known.isPage || !link.wantsPage else { return nil }
        return known.answer
    }

    mutating func note(_ answer: LinkAnswer, to link: AskedLink) {
        kept[link.url] = nil
        guard answer.isGood else { return }
        added += JSONLines.bytes(of: [RememberedLink(link.url, answer, at: now, isPage: link.wantsPage).json])
    }

    /// The file's new content, without expired answers.
    package var bytes: [UInt8] {
        added + JSONLines.bytes(of: kept.sorted { $0.key < $1.key }.map(\.value.json))
    }
}

/// One line of the file.
private struct RememberedLink: Codable, Sendable {
    var url: String
    /// The time of the request, in seconds since 1970.
    var at: Int
    var status: Int
    /// Whether the whole page was requested, and not only its header fields.
    var isPage: Bool
    var end: String?
    /// The redirects, each with its status and URL: `301 https://…`.
    var hops: [String]?
    var title: String?
    var sharedTitle: String?
    var canonical: String?
    var language: String?
    var published: String?
    var wall: String?
    var hasFacts: Bool

    init(_ url: String, _ answer: LinkAnswer, at now: Int, isPage: Bool) {
        self.url = url
        self.at = now
        self.status = answer.status
        self.isPage = isPage
        end = answer.url == url ? nil : answer.url
        hops = answer.hops.isEmpty ? nil : answer.hops.map { "\($0.status) \($0.url)" }
        hasFacts = answer.page != nil
        title = answer.page?.title
        sharedTitle = answer.page?.sharedTitle
        canonical = answer.page?.canonical
        language = answer.page?.language
        published = answer.page?.published?.description
        wall = answer.page?.wall?.rawValue
    }

    var answer: LinkAnswer {
        let hops = (hops ?? []).compactMap { hop -> HTTPResponse.Hop? in
            let parts = hop.split(separator: " ", maxSplits: 1)
            guard parts.count == 2, let status = Int(parts[0]) else { return nil }
            return HTTPResponse.Hop(status: status, url: String(parts[1]))
        }
        var answer = LinkAnswer(.status(status), url: end ?? url, hops: hops)
        guard hasFacts else { return answer }
        var page = PageFacts()
        (page.title, page.sharedTitle, page.canonical, page.language) = (title, sharedTitle, canonical, language)
        page.published = published.flatMap { CalendarDate(iso8601: $0) }
        page.wall = wall.flatMap(PageFacts.Wall.init)
        answer.page = page
        return answer
    }

    var json: JSONText {
        .object([
            ("url", .text(url)), ("at", .number(at)), ("status", .number(status)), ("isPage", .flag(isPage)),
            ("end", end.map { .text($0) }), ("hops", hops.map { .list($0.map { .text($0) }) }),
            ("title", title.map { .text($0) }), ("sharedTitle", sharedTitle.map { .text($0) }),
            ("canonical", canonical.map { .text($0) }), ("language", language.map { .text($0) }),
            ("published", published.map { .text($0) }), ("wall", wall.map { .text($0) }),
            ("hasFacts", .flag(hasFacts)),
        ])
    }
}
