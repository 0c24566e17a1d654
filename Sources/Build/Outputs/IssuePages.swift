package import Context
internal import Markdown
internal import Newsletter
internal import Text

/// A page per issue, at the address that the publication's pattern gives it.
package struct IssuePages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let cards = site.issues.cards
        return cards.indices.map { index in
            let card = cards[index]
            let older = index > 0 ? cards[index - 1] : nil
            let newer = index + 1 < cards.count ? cards[index + 1] : nil
            return site.page(
                "issue", at: card.path,
                dependingOn: [
                    .fingerprint(card.source), .fingerprint(card.fingerprint),
                    .fingerprint(older?.fingerprint ?? Fingerprint(.number(0))),
                    .fingerprint(newer?.fingerprint ?? Fingerprint(.number(1))),
                ]
            ) { site in
                try context(of: card, older: older, newer: newer, on: site)
            }
        }
    }

    private func context(of card: IssueSummary, older: IssueSummary?, newer: IssueSummary?, on site: Site) throws
        -> TemplateContext
    {
        let page = try site.issues.page(of: card)
        let contents = TableOfContents.html(of: page.headings, press: site.press)
        let category = site.category(of: card)
        let source = site.publication.source.map { pattern in
            pattern.range(of: "{file}").map { pattern.replacingCharacters(in: $0, with: card.file) } ?? pattern
        }
        var context = site.head(
            title: card.header.title, path: card.path, type: "article", jsonLD: metadata(of: card, on: site))
        context["issue"] = .object([
            "title": .text(card.header.title),
            "number": .optional(card.header.number.map(String.init)),
            "date": .text(site.words.long(card.header.date)),
            "datetime": .text(card.header.date.description),
            "category": .text(category),
            "category_href": .text(site.address.href(.category(category))),
            "source": .optional(source),
            "has_contents": .flag(!contents.isEmpty),
            "contents": .html(contents),
            "body": .html(page.html),
            "older": older.map { .object(neighbour($0, on: site)) },
            "newer": newer.map { .object(neighbour($0, on: site)) },
        ])
        return context
    }

    private func neighbour(_ card: IssueSummary, on site: Site) -> TemplateContext {
        [
            "title": .text(card.header.title), "href": .text(site.address.href(card.path)),
            "date": .text(site.words.long(card.header.date)),
        ]
    }

    /// schema.org's Article (https://schema.org/Article).
    private func metadata(of card: IssueSummary, on site: Site) -> [UInt8] {
        JSONText.object([
            ("@context", .text("https://schema.org")),
            ("@type", .text("Article")),
            ("headline", .text(card.header.title)),
            ("datePublished", .text(card.header.date.description)),
            ("inLanguage", .text(site.words.language)),
            ("url", .text(site.address.url(card.path))),
            (
                "isPartOf",
                .object([
                    ("@type", .text("Periodical")), ("name", .text(site.publication.title)),
                    ("url", .text(site.address.root)),
                ])
            ),
            (
                "author",
                site.publication.author.map { .object([("@type", .text("Organization")), ("name", .text($0))]) }
            ),
            ("license", site.publication.license?.url.map { .text($0) }),
        ]).bytes
    }
}
