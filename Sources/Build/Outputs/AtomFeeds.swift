package import Context
internal import Newsletter
internal import Text

/// Atom feeds (RFC 4287) with full texts: `/atom.xml`, and one for each category.
package struct AtomFeeds: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.feeds(.atom) { site, head, items in

            var xml: [UInt8] = []
            xml +=
                """
                <?xml version="1.0" encoding="utf-8"?>
                <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="\(site.words.language)">
                <title>\(Escaping.xml(head.title))</title>
                <id>\(Escaping.xml(head.page))</id>
                <link rel="alternate" type="text/html" href="\(Escaping.xml(head.page))"/>
                <link rel="self" type="application/atom+xml" href="\(Escaping.xml(head.url))"/>
                <updated>\(Self.updated(items))</updated>
                <author><name>\(Escaping.xml(site.publication.author ?? site.publication.title))</name></author>

                """.utf8
            for item in items {
                xml +=
                    """
                    <entry><title>\(Escaping.xml(item.title))</title>
                    <link rel="alternate" type="text/html" href="\(Escaping.xml(item.url))"/>
                    <id>\(Escaping.xml(item.id))</id>
                    <published>\(item.published.rfc3339)</published>
                    <updated>\(item.updated)</updated>
                    <category term="\(Escaping.xml(item.category))"/>
                    <content type="html">
                    """.utf8
                xml += item.body.xml
                xml += "</content></entry>\n".utf8
            }
            return xml + "</feed>\n".utf8
        }
    }

    /// When the newest issue was published, or a later correction of any issue.
    private static func updated(_ items: [FeedItem]) -> String {
        guard let newest = items.first else { return "1970-01-01T00:00:00+00:00" }
        let corrected = items.compactMap(\.corrected).max()
        return corrected.flatMap { $0 > newest.published.secondsSince1970 ? Timestamp.text($0) : nil }
            ?? newest.published.rfc3339
    }

}
