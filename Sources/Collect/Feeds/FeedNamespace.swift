internal import Text

/// The vocabularies that feeds use, identified by the URLs of their namespaces.
enum FeedNamespace: Sendable {
    case atom, dublinCore, dublinCoreTerms, itunes, media

    /// - Parameter address: the namespace's URL; slashes and number signs at its end and case don't matter.
    init?(address: String) {
        var address = address.lowercased()
        while let last = address.utf8.last, last == UInt8(ascii: "/") || last == UInt8(ascii: "#") {
            address.removeLast()
        }
        address = address.replacing("https://", with: "http://", maxReplacements: 1)
        switch address {
        case "http://www.w3.org/2005/atom", "http://purl.org/atom/ns", "http://purl.org/atom": self = .atom
        case "http://purl.org/dc/elements/1.1", "http://purl.org/dc/elements/1.0": self = .dublinCore
        case "http://purl.org/dc/terms": self = .dublinCoreTerms
        case "http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd": self = .itunes
        case "http://search.yahoo.com/mrss", "http://video.search.yahoo.com/mrss": self = .media
        default: return nil
        }
    }

    /// Whether an address is a namespace of RSS itself; most feeds have none.
    static func isRSS(_ address: String) -> Bool {
        let address = address.lowercased()
        return ["purl.org/rss/1.0/modules", "purl.org/rss/modules"].allSatisfy { address.range(ofBytes: $0) == nil }
            && [
                "purl.org/rss/1.0", "purl.org/net/rss1.1", "my.netscape.com/rdf/",
                "my.netscape.com/publish/formats/rss",
                "channel.netscape.com/rdf/", "backend.userland.com/rss", "blogs.law.harvard.edu/tech/rss",
                "cyber.law.harvard.edu/rss",
            ].contains { address.range(ofBytes: $0) != nil }
    }

    /// The namespace of an undeclared prefix: its usual one, or else the prefix itself, which differs from the feed's
    /// own namespace.
    static func address(ofPrefix prefix: String) -> String? {
        prefix.isEmpty ? nil : usual[prefix.lowercased()] ?? prefix
    }

    private static let usual: [String: String] = [
        "atom": "http://www.w3.org/2005/Atom", "dc": "http://purl.org/dc/elements/1.1/",
        "dcterms": "http://purl.org/dc/terms/", "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "media": "http://search.yahoo.com/mrss/", "content": "http://purl.org/rss/1.0/modules/content/",
        "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#", "slash": "http://purl.org/rss/1.0/modules/slash/",
        "wfw": "http://wellformedweb.org/CommentAPI/", "sy": "http://purl.org/rss/1.0/modules/syndication/",
        "feedburner": "http://rssnamespace.org/feedburner/ext/1.0",
        "geo": "http://www.w3.org/2003/01/geo/wgs84_pos#", "georss": "http://www.georss.org/georss",
        "thr": "http://purl.org/syndication/thread/1.0",
    ]
}
