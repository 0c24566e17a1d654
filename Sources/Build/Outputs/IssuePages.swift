package import Context
internal import Markdown
internal import Newsletter
internal import Text

/// A page for each issue, at the URL that follows from the publication's pattern.
package struct IssuePages: Output {
    package init() {}

    package func products(of site: Site) -> [Product] {
        let summaries = site.issues.summaries
        return summaries.indices.map { index in
            let summary = summaries[index]
            let older = index > 0 ? summaries[index - 1] : nil
            let newer = index + 1 < summaries.count ? summaries[index + 1] : nil
            return site.page(
                "issue", at: summary.path,
                dependingOn: [
                    .fingerprint(summary.source), .fingerprint(summary.fingerprint),
                    .fingerprint(older?.fingerprint ?? Fingerprint(.number(0))),
                    .fingerprint(newer?.fingerprint ?? Fingerprint(.number(1))),
                ] + (summary.linksToSources ? [.fingerprint(site.issues.paths)] : [])
                    + site.correctionParts(of: summary)
            ) { site in
                Self.context(of: summary, try site.issues.page(of: summary), older: older, newer: newer, on: site)
            }
        }
    }

    /// - Parameter notes: HTML to insert after blocks, by the line in which the block begins.
    static func context(
        of summary: IssueSummary, _ page: PageBody, older: IssueSummary?, newer: IssueSummary?, on site: Site,
        notes: [Int: [UInt8]] = [:]
    ) -> TemplateContext {
        var page = page
        CorrectionNotes.add(site.correctionNotes(of: summary), to: &page.html, &page.anchors)
        let contents = TableOfContents.html(of: page.headings, templates: site.templates)
        let category = site.category(of: summary)
        let body = AnchorLinks.added(
            to: page.html, page.anchors, label: site.words["link_to_this"], notes: notes)
        let source = site.publication.source.map { pattern in
            pattern.range(of: "{file}").map { pattern.replacingCharacters(in: $0, with: summary.file) } ?? pattern
        }
        var context = site.head(
            title: summary.header.title, description: summary.header.description, path: summary.path, type: "article",
            jsonLD: metadata(of: summary, on: site))
        if let image = summary.header.image { context["image"] = .text(site.address.image(image)) }
        context["issue"] = .object([
            "title": .text(summary.header.title),
            "number": .optional(summary.header.number.map(String.init)),
            "date": .text(site.words.long(summary.header.date)),
            "datetime": .text(summary.header.date.description),
            "category": .text(category),
            "category_href": .text(site.address.href(.category(category))),
            "source": .optional(source),
            "has_contents": .flag(!contents.isEmpty),
            "contents": .html(contents),
            "body": .html(LanguageLinks.marked(in: body, publication: site.words.language)),
            "corrections": site.correctionList(of: summary, ids: Set(page.anchors.map(\.id))).map { .object($0) },
            "older": older.map { .object(neighbour($0, on: site)) },
            "newer": newer.map { .object(neighbour($0, on: site)) },
        ])
        return context
    }

    private static func neighbour(_ summary: IssueSummary, on site: Site) -> TemplateContext {
        [
            "title": .text(summary.header.title), "href": .text(site.address.href(summary.path)),
            "date": .text(site.words.long(summary.header.date)),
        ]
    }

    /// Metadata as schema.org's Article (https://schema.org/Article).
    private static func metadata(of summary: IssueSummary, on site: Site) -> [UInt8] {
        JSONText.object([
            ("@context", .text("https://schema.org")),
            ("@type", .text("Article")),
            ("headline", .text(summary.header.title)),
            ("datePublished", .text(summary.header.date.description)),
            ("dateModified", site.lastCorrection(of: summary).map { .text($0) }),
            ("inLanguage", .text(site.words.language)),
            ("url", .text(site.address.url(summary.path))),
            (
                "isPartOf",
                .object([
                    ("@type", .text("Periodical")), ("name", .text(site.publication.title)),
                    ("url", .text(site.address.root)),
                ])
            ),
            (
                "author",
                summary.header.author.map { .object([("@type", .text("Person")), ("name", .text($0))]) }
                    ?? site.publication.author.map { .object([("@type", .text("Organization")), ("name", .text($0))]) }
            ),
            ("license", site.publication.license?.url.map { .text($0) }),
        ]).bytes
    }
}
