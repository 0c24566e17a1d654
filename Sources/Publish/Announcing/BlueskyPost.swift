internal import Newsletter
internal import Text

/// A record of the collection `app.bsky.feed.post` (https://docs.bsky.app/docs/advanced-guides/posts).
struct BlueskyPost {
    static let collection = "app.bsky.feed.post"

    var text: String
    var issue: PublishedIssue
    /// The text of the link's card.
    var description: String
    /// A BCP 47 tag.
    var language: String
    /// Seconds since 1970.
    var createdAt: Int

    var record: JSONText {
        .object([
            ("$type", .text(Self.collection)), ("text", .text(text)), ("createdAt", .text(Timestamp.text(createdAt))),
            ("langs", .list([.text(language)])), ("facets", facets.isEmpty ? nil : .list(facets)),
            (
                "embed",
                .members([
                    ("$type", .text("app.bsky.embed.external")),
                    (
                        "external",
                        .members([
                            ("uri", .text(issue.url)), ("title", .text(issue.title)),
                            ("description", .text(description)),
                        ])
                    ),
                ])
            ),
        ])
    }

    /// What makes addresses and hashtags in the text into links, in the order of the text.
    private var facets: [JSONText] {
        let links = TextLinks.addresses(in: text).map { range in
            (range, "link", "uri", String(text[range]))
        }
        let tags = TextLinks.hashtags(in: text).map { range in (range, "tag", "tag", String(text[range].dropFirst())) }
        return (links + tags).sorted { $0.0.lowerBound < $1.0.lowerBound }.map { range, kind, member, value in
            .members([
                ("index", index(of: range)),
                (
                    "features",
                    .list([
                        .members([
                            ("$type", .text("app.bsky.richtext.facet#\(kind)")), (member, .text(value)),
                        ])
                    ])
                ),
            ])
        }
    }

    /// Facets count bytes of the text in UTF-8, not characters.
    private func index(of range: Range<String.Index>) -> JSONText {
        let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
        return .members([
            ("byteStart", .number(start)), ("byteEnd", .number(start + text[range].utf8.count)),
        ])
    }
}
