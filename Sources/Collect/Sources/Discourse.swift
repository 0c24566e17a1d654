internal import Address
internal import Context
internal import Newsletter
package import Settings
internal import Text

/// Posts in threads of a Discourse forum: nominations, tasks, and the newest thread of a kind.
///
///     - source: discourse
///       name: nominations
///       section: Crate of the Week
///       forum: https://users.rust-lang.org
///       collects: nominations
///       topic: 2704
///       kind: pick                       # or quote
///       hosts: [crates.io, lib.rs]       # where the nominee's own page is, if a post has several links
///     - source: discourse
///       name: participation
///       section: CFP - Projects
///       forum: https://users.rust-lang.org
///       collects: tasks                  # the issues that posts of the topic link to, if they are open
///       topic: 4821
///     - source: discourse
///       name: jobs
///       forum: https://users.rust-lang.org
///       collects: newest                 # the newest thread with these words in its title, however old, for /jobs
///       search: "who's hiring"
///
/// Public forums need no token. Nominations are ranked by their likes at the time of collecting, which is the fact
/// `counted`. Tasks are looked up on GitHub; `token` names the environment variable with an optional GitHub token, by
/// default `GITHUB_TOKEN`.
package struct Discourse: Source {
    package static let name = "discourse"
    package static let summary =
        "posts in threads of a Discourse forum: nominations, tasks, and the newest thread of a kind"
    package static let keys = SettingsMapping(
        [
            Setting("forum", .address, "The URL of the forum.", required: true, example: "https://forum.example.org"),
            Setting(
                "collects", .choice(of: Settings.Purpose.self),
                "`nominations`: the posts of a thread, ranked by likes. `tasks`: the open issues that posts of"
                    + " a thread link to. `newest`: the newest thread with the words of"
                    + " `search` in its title, for `/jobs`.",
                default: "nominations"),
            Setting(
                "topic", .number(1...Int(Int32.max)),
                "The number in the thread's address, for `nominations` and `tasks`.", example: 2704),
            Setting("kind", .choice(of: Settings.Kind.self), "The kind of nominees.", default: "pick"),
            Setting(
                "hosts", .list(.text), "The hosts of nominees' pages, for posts with several links.",
                example: ["crates.io"]),
            Setting("search", .text, "Words in the title of the newest thread, for `newest`.", example: "who's hiring"),
            Setting(
                "token", .secret, "The environment variable with a GitHub token, which small projects don't need.",
                default: "GITHUB_TOKEN"),
            Setting("api", .address, "The URL of GitHub's API, for tasks.", default: "https://api.github.com"),
        ], former: [FormerSetting("brings", now: "collects", remedy: "Write 'collects: …' instead")])
    private let settings: Settings

    struct Settings: Sendable {
        enum Purpose: String, CaseIterable { case nominations, tasks, newest }
        enum Kind: String, CaseIterable { case pick, quote }

        var forum: String
        var purpose: Purpose
        var topic: Int
        var kind: Kind
        var hosts: [String]
        var search: String
        var token: String
        /// The URL of GitHub's API, for tests.
        var github: String
    }

    package init(_ fields: SettingsFields) {
        let purpose: Settings.Purpose = fields.choice("collects") ?? .nominations
        settings = Settings(
            forum: fields.address("forum"), purpose: purpose,
            topic: fields.number("topic"),
            kind: fields.choice("kind") ?? .pick, hosts: fields.texts("hosts"),
            search: fields.text("search"), token: fields.text("token"),
            github: fields.address("api"))
        if purpose == .newest, settings.search.isEmpty {
            fields.report("search", "is missing", remedy: "Write 'search: WORDS'")
        }
        if purpose != .newest, settings.topic == 0 {
            fields.report("topic", "is missing", remedy: "Write the number in the thread's URL: 'topic: 123'")
        }
    }

    package func collect(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        switch settings.purpose {
        case .nominations:
            let (posts, faults) = try await DiscourseThread(request, settings.forum, settings.topic).posts()
            let ranking = NominationRanking(
                posts, forum: settings.forum, isQuote: settings.kind == .quote, hosts: settings.hosts)
            return CollectionResult(ranking.candidates(request), faults: faults)
        case .tasks:
            let (posts, faults) = try await DiscourseThread(request, settings.forum, settings.topic).posts()
            var result = CollectionResult(faults: faults)
            let github = GitHubClient(request, api: settings.github, token: settings.token)
            result += await TaskPosts(posts).result(github, request)
            return result
        case .newest: return try await newest(request)
        }
    }

    private func newest(_ request: SourceRequest) async throws(SourceFault) -> CollectionResult {
        let query = PercentEncoding.parameter("\(settings.search) in:title order:latest_topic")
        let url = "\(settings.forum)/search.json?q=\(query)"
        let page = try await request.client.json(SearchAnswer.self, url)
        let threads = page.value.topics.items.map { topic in
            let address = "\(settings.forum)/t/\(topic.slug ?? "-")/\(topic.id)"
            return NewestThread.Thread(title: topic.title, url: address, time: topic.created_at.seconds)
        }
        guard let newest = NewestThread.candidate(of: threads, words: settings.search, request) else {
            throw request.fault(
                "has no thread with the words '\(settings.search)' in its title", address: url, field: "topics",
                remedy: "Check 'search:'")
        }
        return CollectionResult([newest], faults: page.faults)
    }

    // MARK: What Discourse answers to a search

    private struct SearchAnswer: Decodable {
        struct Topic: Decodable {
            var id: Int
            var title: String
            var slug: String?
            var created_at: WrittenTime
        }

        var topics: LenientList<Topic>
    }
}
