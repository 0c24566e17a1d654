package import Context
internal import Newsletter
internal import Text

/// JSON Feed 1.1 with full texts (https://www.jsonfeed.org/version/1.1/): `/feed.json`.
package struct JSONFeed: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let summaries = site.feedCards()
        return [
            site.file(
                at: site.address.path(of: .feed(.json, category: nil)), dependingOn: site.feedParts(of: summaries)
            ) {
                site in
                let items = try summaries.map { try FeedItem($0, on: site) }
                return JSONText.object([
                    ("version", .text("https://jsonfeed.org/version/1.1")),
                    ("title", .text(site.publication.title)),
                    ("home_page_url", .text(site.address.root)),
                    ("feed_url", .text(site.address.url(.feed(.json, category: nil)))),
                    ("description", site.publication.description.map { .text($0) }),
                    ("language", .text(site.words.language)),
                    ("authors", site.publication.author.map { .list([.object([("name", .text($0))])]) }),
                    ("items", .list(items.map(item))),
                ]).bytes
            }
        ]
    }

    private func item(_ item: FeedItem) -> JSONText {
        .object([
            ("id", .text(item.id)),
            ("url", .text(item.url)),
            ("title", .text(item.title)),
            ("content_html", .text(String(decoding: item.body.html, as: UTF8.self))),
            ("date_published", .text(item.published.rfc3339)),
            ("date_modified", item.corrected == nil ? nil : .text(item.updated)),
            ("tags", .list([.text(item.category)])),
        ])
    }
}
