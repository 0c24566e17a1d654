internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Articles on DEV (dev.to), or on another site that runs Forem, by tag.
///
///     - source: forem
///       section: Rust Walkthroughs
///       tags: [rust]
///       least: 5                         # the minimum number of reactions
///       instance: https://dev.to
///
/// No token is needed. If an article was first published on another site, the candidate links to that site, and to the
/// article on Forem as its discussion.
package struct Forem: Source {
    package static let name = "forem"
    package static let summary = "articles on DEV, or on another site that runs Forem, by tag"
    package static let keys = SettingsMapping(
        [
            Setting("tags", .list(.text), "The tags of the articles.", required: true, example: ["rust"]),
            Setting("least", .number(0...10_000), "The minimum number of reactions.", default: 5),
            Setting("instance", .address, "The URL of the site.", default: "https://dev.to"),
        ])
    private let settings: Settings
    private static let perPage = 100

    struct Settings: Sendable {
        var tags: [String]
        var least: Int
        var instance: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            tags: fields.texts("tags"), least: fields.number("least"),
            instance: fields.address("instance"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        // `top` are the days to look back from today, and the best liked come first.
        let days = max(1, (request.access.now - request.overlapping.since + 86_399) / 86_400)
        return await request.gatherPosts(settings.tags, least: settings.least) { tag throws(SourceFault) in
            let list = "\(settings.instance)/api/articles?tag=\(PercentEncoding.parameter(tag))&top=\(days)"
            var number = 1
            return try await request.items(from: page(1, of: list)) { url throws(SourceFault) in
                let answer = try await request.client.json(LenientList<Article>.self, url)
                var found = ListPage(items: answer.value.items.map(\.post), faults: answer.faults)
                number += 1
                let isFull = answer.value.items.count + answer.faults.count >= Self.perPage
                let isLiked = found.items.contains { ($0.score ?? 0) >= settings.least }
                if isFull, isLiked { found.next = page(number, of: list) }
                return found
            }
        }
    }

    private func page(_ number: Int, of list: String) -> String {
        "\(list)&per_page=\(Self.perPage)&page=\(number)"
    }

    // MARK: What Forem answers

    private struct Article: Decodable {
        struct User: Decodable { var name: String? }

        var title: String
        var url: String
        var canonical_url: String?
        var published_at: WrittenTime
        var public_reactions_count: Int?
        var comments_count: Int?
        var reading_time_minutes: Int?
        var user: User?

        var post: DiscussedPost {
            DiscussedPost(
                title: title, article: canonical_url.flatMap { $0.isEmpty ? nil : $0 }, discussion: url,
                author: user?.name, score: public_reactions_count, comments: comments_count, time: published_at.seconds,
                further: reading_time_minutes.map { [.note("minutes to read", String($0))] } ?? [])
        }
    }
}
