package import Context
internal import Newsletter
internal import Text

/// RSS 2.0 feeds with full texts: `/rss.xml`, and one for each category.
package struct RSSFeeds: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        site.feeds(.rss) { site, head, items in
            var xml: [UInt8] = []
            xml +=
                """
                <?xml version="1.0" encoding="utf-8"?>
                <rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>
                <title>\(Escaping.xml(head.title))</title>
                <link>\(Escaping.xml(head.page))</link>
                <description>\(Escaping.xml(site.publication.description ?? site.publication.title))</description>
                <language>\(site.words.language)</language>
                <atom:link rel="self" type="application/rss+xml" href="\(Escaping.xml(head.url))"/>

                """.utf8
            if let newest = items.first { xml += "<lastBuildDate>\(newest.published.rfc822)</lastBuildDate>\n".utf8 }
            for item in items {
                xml +=
                    """
                    <item><title>\(Escaping.xml(item.title))</title>
                    <link>\(Escaping.xml(item.url))</link>
                    <guid isPermaLink="false">\(Escaping.xml(item.id))</guid>
                    <pubDate>\(item.published.rfc822)</pubDate>
                    <category>\(Escaping.xml(item.category))</category>
                    <description>
                    """.utf8
                xml += item.body.xml
                xml += "</description></item>\n".utf8
            }
            return xml + "</channel></rss>\n".utf8
        }
    }
}
