internal import Address
internal import Archive
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Posts on Bluesky with a hashtag or some words, and posts that mention an account, with the links in them.
///
///     - source: bluesky
///       tags: [rustlang]
///       mentions: [thisweekinrust.bsky.social]
///       searches: ["blog.rust-lang.org"]
///       account: thisweekinrust.bsky.social
///       password: BLUESKY_PASSWORD       # names the environment variable with an app password of the account
///       least: 0                         # likes and reposts that a found post needs
///
/// Create an app password under "Privacy and security" in the account's settings. Without `account`, the public API is
/// used, which sometimes refuses searches. Posts without a link are left out, unless they mention the account; the
/// candidate for such a mention links to the post.
package struct Bluesky: Source {
    package static let name = "bluesky"
    package static let summary = "posts on Bluesky with a hashtag or some words, and mentions of an account"
    package static let keys = SettingsMapping(
        [
            Setting("tags", .list(.text), "Hashtags.", example: ["rustlang"]),
            Setting(
                "mentions", .list(.text), "Accounts whose mentions are collected.", example: ["weekly.bsky.social"]),
            Setting("searches", .list(.text), "Words to search for.", example: ["blog.example.org"]),
            Setting(
                "account", .text,
                "The account that searches. Without an account, the public API is"
                    + " used, which sometimes refuses searches.",
                example: "weekly.bsky.social"),
            Setting(
                "password", .secret, "The environment variable with an app password of the account.",
                default: "BLUESKY_PASSWORD"),
            Setting(
                "least", .number(0...10_000), "The minimum number of likes and reposts.", default: 0),
            Setting("service", .address, "The URL of the service for sessions.", default: "https://bsky.social"),
            Setting(
                "public-service", .address, "The URL of the API for searches without an account.",
                default: "https://public.api.bsky.app"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var tags: [String]
        var mentions: [String]
        var searches: [String]
        var account: String?
        var password: String
        var least: Int
        /// The URL of the service for sessions.
        var service: String
        /// The URL of the API for searches without an account.
        var publicService: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            tags: fields.texts("tags"), mentions: fields.texts("mentions"), searches: fields.texts("searches"),
            account: fields.optionalText("account"), password: fields.text("password"),
            least: fields.number("least"),
            service: fields.address("service"),
            publicService: fields.address("public-service"))
        if settings.tags.isEmpty, settings.mentions.isEmpty, settings.searches.isEmpty {
            fields.report(
                "tags", "is missing, like 'mentions' and 'searches'",
                remedy: "Write at least one of the three, such as 'tags: [ … ]'"
            )
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let session = try await session(request)
        let tagged = settings.tags.map { tag in
            "q=\(PercentEncoding.parameter("#" + tag))&tag=\(PercentEncoding.parameter(tag))"
        }
        let found = settings.searches.map { "q=\(PercentEncoding.parameter($0))" }
        var result = await request.gatherPosts(tagged + found, least: settings.least) { query throws(SourceFault) in
            try await posts(query, needsLink: true, session, request)
        }
        let mentions = settings.mentions.map { account in
            "q=\(PercentEncoding.parameter("@" + account))&mentions=\(PercentEncoding.parameter(account))"
        }
        result += await request.gatherPosts(mentions) { query throws(SourceFault) in
            try await posts(query, needsLink: false, session, request)
        }
        result.candidates = ArticleMerge.merged(result.candidates)
        return result
    }

    private func posts(
        _ query: String, needsLink: Bool, _ session: Session?, _ request: SourceRequest
    ) async throws(SourceFault) -> (items: [DiscussedPost], faults: [SourceFault]) {
        let server = session == nil ? settings.publicService : settings.service
        let window = request.overlapping
        let first =
            "\(server)/xrpc/app.bsky.feed.searchPosts?\(query)&sort=latest&limit=100"
            + "&since=\(PercentEncoding.parameter(Timestamp.text(window.since)))"
            + "&until=\(PercentEncoding.parameter(Timestamp.text(window.until)))"
        let headers: HTTPHeaders = session.map { ["Authorization": "Bearer \($0.accessJwt)"] } ?? [:]
        return try await request.items(from: first) { url throws(SourceFault) in
            let page = try await request.client.json(Answer.self, url, headers: headers)
            return ListPage(
                items: page.value.posts.items.compactMap { $0.post(needsLink: needsLink) },
                next: page.value.cursor.map { first + "&cursor=\(PercentEncoding.parameter($0))" }, faults: page.faults)
        }
    }

    private func session(_ request: SourceRequest) async throws(SourceFault) -> Session? {
        guard let account = settings.account else { return nil }
        let password = try request.secret(settings.password)
        let question = JSONText.members([("identifier", .text(account)), ("password", .text(password))])
        return try await request.client.credentials(
            Session.self, settings.service + "/xrpc/com.atproto.server.createSession", posting: question.bytes,
            headers: ["Content-Type": "application/json"])
    }

    // MARK: What Bluesky answers

    private struct Session: Decodable {
        var accessJwt: String
    }

    private struct Answer: Decodable {
        var posts: LenientList<Post>
        var cursor: String?
    }

    private struct Post: Decodable {
        struct Author: Decodable { var handle: String }
        struct Record: Decodable {
            var text: String
            var createdAt: WrittenTime
            var facets: LenientList<Facet>?
            var embed: Embed?
        }
        struct Facet: Decodable { var features: LenientList<Feature> }
        /// A link if it has a URL, or else a mention or a hashtag.
        struct Feature: Decodable { var uri: String? }
        struct Embed: Decodable {
            var external: External?
            /// The link's card in a post that also quotes another post.
            var media: Media?
        }
        struct Media: Decodable { var external: External? }
        struct External: Decodable {
            var uri: String
            var title: String?
        }

        var uri: String
        var author: Author
        var record: Record
        var likeCount: Int?
        var repostCount: Int?
        var replyCount: Int?

        func post(needsLink: Bool) -> DiscussedPost? {
            let card = record.embed?.external ?? record.embed?.media?.external
            let links = record.facets?.items.flatMap { $0.features.items.compactMap(\.uri) } ?? []
            let link = card?.uri ?? links.first
            if needsLink, link == nil { return nil }
            let words = record.text.collapsingBlanks
            let key = uri.split(separator: "/").last ?? ""
            let address = "https://bsky.app/profile/\(author.handle)/post/\(key)"
            let title = card?.title.flatMap { $0.isEmpty ? nil : $0 } ?? words.abridged(to: 120)
            return DiscussedPost(
                title: title.isEmpty ? address : title, article: link, discussion: address, author: author.handle,
                score: (likeCount ?? 0) + (repostCount ?? 0), comments: replyCount, time: record.createdAt.seconds,
                further: [.signal(.text, words.abridged(to: 500))])
        }
    }
}
