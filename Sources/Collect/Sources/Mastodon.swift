internal import Address
internal import Archive
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Posts on Mastodon with a hashtag, and posts that mention the publication's account, with the links in them.
///
///     - source: mastodon
///       instance: https://mastodon.social
///       tags: [rustlang]
///       mentions: true                   # of the account that the token belongs to
///       token: MASTODON_TOKEN            # names the environment variable with an access token
///       least: 0                         # boosts and favourites that a tagged post needs
///
/// Create a token under "Development" in the account's preferences, with `read:statuses` and `read:notifications`. On
/// most instances, hashtags can be read without a token. Posts with a hashtag but no link are left out; the candidate
/// for a mention without a link links to the post.
package struct Mastodon: Source {
    package static let name = "mastodon"
    package static let summary = "posts on Mastodon with a hashtag, and mentions of the publication's account"
    package static let keys = SettingsMapping(
        [
            Setting("instance", .address, "The URL of the instance.", default: "https://mastodon.social"),
            Setting("tags", .list(.text), "Hashtags.", example: ["rustlang"]),
            Setting(
                "mentions", .flag, "Whether to collect mentions of the account that the token belongs to.",
                default: false
            ),
            Setting("token", .secret, "The environment variable with an access token.", default: "MASTODON_TOKEN"),
            Setting(
                "least", .number(0...10_000), "The minimum number of boosts and favourites of posts with a hashtag.",
                default: 0),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var instance: String
        var tags: [String]
        var mentions: Bool
        var token: String
        var least: Int
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            instance: fields.address("instance"), tags: fields.texts("tags"),
            mentions: fields.flag("mentions"), token: fields.text("token"),
            least: fields.number("least"))
        if settings.tags.isEmpty, !settings.mentions {
            fields.report("tags", "is missing, like 'mentions'", remedy: "Write 'tags: [ … ]' or 'mentions: true'")
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let secret =
            settings.mentions ? try request.secret(settings.token) : request.access.secret(settings.token)
        let headers: HTTPHeaders = secret.map { ["Authorization": "Bearer \($0)"] } ?? [:]
        var result = await request.gatherPosts(settings.tags, least: settings.least) { tag throws(SourceFault) in
            let path = "/api/v1/timelines/tag/\(PercentEncoding.parameter(tag))?limit=40"
            let found = try await statuses(Status.self, path, headers, request)
            return (found.items.compactMap { $0.post(needsLink: true) }, found.faults)
        }
        guard settings.mentions else { return result }
        result += await request.gatherPosts(["mention"]) { type throws(SourceFault) in
            let path = "/api/v1/notifications?types[]=\(type)&limit=80"
            let found = try await statuses(Notification.self, path, headers, request)
            return (found.items.compactMap { $0.status?.post(needsLink: false) }, found.faults)
        }
        result.candidates = ArticleMerge.merged(result.candidates)
        return result
    }

    /// The posts, newest first, until they are older than the window.
    private func statuses<Item: Timed>(
        _ type: Item.Type, _ path: String, _ headers: HTTPHeaders, _ request: SourceRequest
    ) async throws(SourceFault) -> (items: [Item], faults: [SourceFault]) {
        try await request.items(from: settings.instance + path) { url throws(SourceFault) in
            let page = try await request.client.json(LenientList<Item>.self, url, headers: headers)
            var found = ListPage(items: page.value.items, faults: page.faults)
            let isRecent = page.value.items.contains { $0.created_at.seconds >= request.overlapping.since }
            // The token goes to the instance and nowhere else, whatever an answer says.
            let next = page.response.headers.link("next")
            if isRecent, let next, next.hasPrefix(settings.instance + "/") { found.next = next }
            return found
        }
    }

    // MARK: What Mastodon answers

    private protocol Timed: Decodable {
        var created_at: WrittenTime { get }
    }

    private struct Notification: Timed {
        var created_at: WrittenTime
        var status: Status?
    }

    private struct Status: Timed {
        struct Account: Decodable { var acct: String }
        struct Card: Decodable {
            var url: String?
            var title: String?
        }

        var url: String?
        var created_at: WrittenTime
        var content: String
        var account: Account
        var card: Card?
        var reblogs_count: Int?
        var favourites_count: Int?
        var replies_count: Int?

        func post(needsLink: Bool) -> DiscussedPost? {
            guard let url else { return nil }
            let links = ContentLinks.links(in: content, at: url)
            let link = card?.url.flatMap { $0.isEmpty ? nil : $0 } ?? links.first?.url
            if needsLink, link == nil { return nil }
            let words = content.textOfHTML
            let title = card?.title.flatMap { $0.isEmpty ? nil : $0 } ?? words.abridged(to: 120)
            return DiscussedPost(
                title: title.isEmpty ? url : title, article: link, discussion: url, author: account.acct,
                score: (reblogs_count ?? 0) + (favourites_count ?? 0), comments: replies_count,
                time: created_at.seconds,
                further: [.signal(.text, words.abridged(to: 500))])
        }
    }
}
