internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Stories on Hacker News by search, through Algolia's API (https://hn.algolia.com/api).
///
///     - source: hacker-news
///       section: Observations/Thoughts
///       searches: [rustlang, "rust"]     # in titles and URLs
///       least: 5                         # the minimum number of points
///
/// No token is needed. For stories without a link, the candidate links to the discussion.
package struct HackerNews: Source {
    package static let name = "hacker-news"
    package static let summary = "stories on Hacker News by search"
    package static let keys = SettingsMapping(
        [
            Setting("searches", .list(.text), "Words in titles and URLs.", required: true, example: ["rustlang"]),
            Setting("least", .number(0...10_000), "The minimum number of points.", default: 5),
            Setting(
                "api", .address, "The URL of the API, for mirrors and tests.",
                default: "https://hn.algolia.com"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var searches: [String]
        var least: Int
        /// The API's URL, for tests and mirrors.
        var api: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            searches: fields.texts("searches"), least: fields.number("least"),
            api: fields.address("api"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        await request.gatherPosts(settings.searches, least: settings.least) { search throws(SourceFault) in
            try await request.items(from: address(search, 0, request.overlapping)) { url throws(SourceFault) in
                let page = try await request.client.json(Answer.self, url)
                let next = page.value.page + 1
                return ListPage(
                    items: page.value.hits.items.map(\.post),
                    next: next < page.value.nbPages ? address(search, next, request.overlapping) : nil,
                    faults: page.faults)
            }
        }
    }

    private func address(_ search: String, _ page: Int, _ window: TimeWindow) -> String {
        let times = "created_at_i>=\(window.since),created_at_i<\(window.until)"
        return settings.api + "/api/v1/search_by_date?query=\(PercentEncoding.parameter(search))&tags=story"
            + "&restrictSearchableAttributes=title%2Curl&numericFilters=\(PercentEncoding.parameter(times))"
            + "&hitsPerPage=100&page=\(page)"
    }

    // MARK: What Algolia answers

    private struct Answer: Decodable {
        var hits: LenientList<Hit>
        var page: Int
        var nbPages: Int
    }

    private struct Hit: Decodable {
        var objectID: String
        var title: String
        var url: String?
        var author: String?
        var points: Int?
        var num_comments: Int?
        var created_at_i: Int

        var post: DiscussedPost {
            DiscussedPost(
                title: title, article: url.flatMap { $0.isEmpty ? nil : $0 },
                discussion: "https://news.ycombinator.com/item?id=\(objectID)", author: author, score: points,
                comments: num_comments, time: created_at_i)
        }
    }
}
