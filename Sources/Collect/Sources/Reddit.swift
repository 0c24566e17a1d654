#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif
internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Posts in communities on Reddit.
///
///     - source: reddit
///       section: Observations/Thoughts
///       communities: [rust]
///       searches: ["rust release"]       # within the communities; without any, all new posts
///       least: 10                        # the minimum score, if scores are available
///       client: abc123                   # the identifier of an OAuth app of the type "script"
///       secret: REDDIT_SECRET            # names the environment variable with its secret
///
/// Without `client`, or a token in the variable that `token` names (`REDDIT_TOKEN`), the communities' Atom feeds are
/// read, which have no scores. Create an app at https://www.reddit.com/prefs/apps.
///
///     - source: reddit
///       name: jobs
///       communities: [rust]
///       newest: "who's hiring"           # the newest post with these words in its title, however old, for /jobs
package struct Reddit: Source {
    package static let name = "reddit"
    package static let summary = "posts in communities on Reddit"
    package static let keys = SettingsMapping(
        [
            Setting("communities", .list(.text), "The communities to read.", required: true, example: ["rust"]),
            Setting(
                "searches", .list(.text),
                "Words to search for in the communities. By default, all new posts are collected.",
                example: ["rust release"]),
            Setting(
                "newest", .text, "Only the newest post with these words in its title, for `/jobs`.",
                example: "who's hiring"),
            Setting("least", .number(0...10_000), "The minimum score.", default: 10),
            Setting(
                "client", .text,
                "The identifier of an OAuth app of the type `script`. Without it, the"
                    + " feeds are read, which have no scores.",
                example: "abc123"),
            Setting("secret", .secret, "The environment variable with the app's secret.", default: "REDDIT_SECRET"),
            Setting(
                "token", .secret, "The environment variable with a token, instead of an app.", default: "REDDIT_TOKEN"),
            Setting(
                "site", .address, "The URL of pages and feeds, for mirrors and tests.",
                default: "https://www.reddit.com"
            ),
            Setting(
                "api", .address, "The URL of the API, for mirrors and tests.",
                default: "https://oauth.reddit.com"),
        ])
    private let settings: Settings

    struct Settings: Sendable {
        var communities: [String]
        var searches: [String]
        var newest: String?
        var least: Int
        var client: String?
        var secret: String
        var token: String
        /// The URL of pages and feeds, for tests and mirrors.
        var site: String
        var api: String
    }

    package init(_ fields: SettingsFields) {
        settings = Settings(
            communities: fields.texts("communities"), searches: fields.texts("searches"),
            newest: fields.optionalText("newest"), least: fields.number("least"),
            client: fields.optionalText("client"), secret: fields.text("secret"),
            token: fields.text("token"),
            site: fields.address("site"),
            api: fields.address("api"))
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let token = try await accessToken(request)
        if let newest = settings.newest { return await self.newest(newest, token, request) }
        let searches = settings.searches.isEmpty ? [""] : settings.searches
        let lists = settings.communities.flatMap { community in searches.map { path(community, $0) } }
        return await request.gatherPosts(lists, least: settings.least) { list throws(SourceFault) in
            try await posts(of: list, since: request.overlapping.since, token, request)
        }
    }

    private func newest(_ words: String, _ token: String?, _ request: SourceRequest) async -> CollectionResult {
        await request.gather(settings.communities, atOnce: 1) { community throws(SourceFault) in
            // One page is enough: it is in order of time.
            let found = try await posts(of: path(community, words), since: .max, token, request)
            let threads = found.items.map { NewestThread.Thread(title: $0.title, url: $0.discussion, time: $0.time) }
            var result = CollectionResult(faults: found.faults)
            if let newest = NewestThread.candidate(of: threads, words: words, request) {
                result.candidates.append(newest)
            } else {
                let problem = "has no post with the words '\(words)' in its title"
                result.faults.append(
                    request.fault(
                        problem, address: "\(settings.site)/r/\(community)", remedy: "Check 'newest:'"))
            }
            return result
        }
    }

    private func path(_ community: String, _ search: String) -> String {
        let place = "/r/\(PercentEncoding.parameter(community))"
        if search.isEmpty { return place + "/new" }
        return place + "/search?q=\(PercentEncoding.parameter(search))&restrict_sr=1&sort=new"
    }

    private func posts(
        of list: String, since: Int, _ token: String?, _ request: SourceRequest
    ) async throws(SourceFault) -> (items: [DiscussedPost], faults: [SourceFault]) {
        let pieces = list.split(separator: "?", maxSplits: 1).map(String.init)
        let query = "?" + (pieces.count > 1 ? pieces[1] + "&" : "") + "limit=100"
        let first = token == nil ? settings.site + pieces[0] + ".rss" + query : settings.api + pieces[0] + query
        return try await request.items(from: first, most: 10) { url throws(SourceFault) in
            let page = try await self.page(url, token, request)
            var found = ListPage(items: page.posts, faults: page.faults)
            if let last = page.last, page.posts.contains(where: { $0.time >= since }) {
                found.next = first + "&after=\(PercentEncoding.parameter(last))"
            }
            return found
        }
    }

    private func page(_ url: String, _ token: String?, _ request: SourceRequest) async throws(SourceFault) -> Page {
        guard let token else {
            let answer = try await request.client.get(url, headers: ["Accept": "application/atom+xml"])
            let read: RedditFeed.Page?
            do throws(MarkupFault) {
                read = try RedditFeed.page(answer.body, at: settings.site)
            } catch {
                throw request.fault("the feed \(error)", address: url, remedy: "Try again later")
            }
            guard let page = read else {
                throw request.fault("is missing", address: url, field: "feed", remedy: "Try again later")
            }
            return Page(
                posts: page.posts, last: page.last,
                faults: page.faults.map { request.fault($0.problem, address: url, field: $0.field) })
        }
        let answer = try await request.client.json(
            Answer.self, url + "&raw_json=1", headers: ["Authorization": "Bearer \(token)"])
        let posts = answer.value.data.children.items.map { $0.data.post(at: settings.site) }
        return Page(posts: posts, last: answer.value.data.after, faults: answer.faults)
    }

    private struct Page {
        var posts: [DiscussedPost]
        /// The identifier with which the next page is requested.
        var last: String?
        var faults: [SourceFault]
    }

    /// The access token; nil if the settings have neither an app nor a token.
    private func accessToken(_ request: SourceRequest) async throws(SourceFault) -> String? {
        guard let client = settings.client else { return request.access.secret(settings.token) }
        let secret = try request.secret(settings.secret)
        let credentials = Data("\(client):\(secret)".utf8).base64EncodedString()
        let answer = try await request.client.credentials(
            Token.self, settings.site + "/api/v1/access_token", posting: Array("grant_type=client_credentials".utf8),
            headers: ["Content-Type": "application/x-www-form-urlencoded", "Authorization": "Basic \(credentials)"])
        return answer.access_token
    }

    // MARK: What Reddit answers

    private struct Token: Decodable {
        var access_token: String
    }

    private struct Answer: Decodable {
        struct Listing: Decodable {
            var children: LenientList<Child>
            var after: String?
        }
        struct Child: Decodable { var data: Post }

        var data: Listing
    }

    private struct Post: Decodable {
        var title: String
        var url: String?
        var permalink: String
        var score: Int?
        var num_comments: Int?
        var created_utc: Double
        var author: String?
        var link_flair_text: String?

        func post(at site: String) -> DiscussedPost {
            // A post of text has its own address here.
            let article = url.flatMap { $0.isEmpty || $0.hasSuffix(permalink) ? nil : $0 }
            return DiscussedPost(
                title: title, article: article.map { WebAddress.resolve($0, from: site) }, discussion: site + permalink,
                author: author, score: score, comments: num_comments,
                // A number that is no time lies in no window.
                time: Int(exactly: created_utc.rounded()) ?? .min,
                further: link_flair_text.map { [.note("categories", $0)] } ?? [])
        }
    }
}
