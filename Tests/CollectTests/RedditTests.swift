import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct RedditTests {
    private static func entry(_ id: String, _ title: String, _ time: String, _ content: String) -> String {
        """
        <entry><author><name>/u/ann</name></author><category term="rust" label="r/rust"/><content type="html">\(content)</content>
        <id>\(id)</id><link href="https://www.reddit.com/r/rust/comments/\(id)/x/"/><published>\(time)</published><title>\(title)</title></entry>
        """
    }

    private static func feed(_ entries: String...) -> String {
        "<?xml version=\"1.0\"?><feed xmlns=\"http://www.w3.org/2005/Atom\">\(entries.joined())</feed>"
    }

    private static let new = "https://www.reddit.com/r/rust/new.rss?limit=100"

    @Test func readsFeedsWhereNoTokenIsGiven() async throws {
        let web = ScriptedWeb([
            Self.new: Self.feed(
                Self.entry(
                    "t3_a", "A &amp; B", "2026-07-07T10:00:00+00:00",
                    "submitted by &lt;a href=&quot;https://www.reddit.com/user/ann&quot;&gt;/u/ann&lt;/a&gt; &lt;span&gt;&lt;a href=&quot;https://a.example/?x=1&amp;amp;y=2&quot;&gt;[link]&lt;/a&gt;&lt;/span&gt; &lt;a href=&quot;https://www.reddit.com/r/rust/comments/t3_a/x/&quot;&gt;[comments]&lt;/a&gt;"
                ), "<entry><id>t3_b</id><link href=\"https://www.reddit.com/b\"/><title>B</title></entry>"),
            Self.new + "&after=t3_b": Self.feed(
                Self.entry(
                    "t3_c", "Text", "2026-07-01T00:00:00+00:00",
                    "&lt;a href=&quot;https://www.reddit.com/r/rust/comments/t3_c/x/&quot;&gt;[link]&lt;/a&gt;"),
                Self.entry("t3_d", "Old", "2026-06-30T23:59:59+00:00", "")),
            Self.new + "&after=t3_d": Self.feed(),
        ])
        let result = try await collect("  - { source: reddit, communities: [rust] }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "Text <https://www.reddit.com/r/rust/comments/t3_c/x/> posted by=/u/ann discussion=https://www.reddit.com/r/rust/comments/t3_c/x/ community=rust",
                "A & B <https://a.example/?x=1&y=2> posted by=/u/ann discussion=https://www.reddit.com/r/rust/comments/t3_a/x/ community=rust",
            ])
        #expect(
            result.faults.map(\.description) == ["reddit: \(Self.new): 'entry[1].published' is missing"])
    }

    private static let listing = "https://oauth.reddit.com/r/rust/new?limit=100"

    private static func post(_ id: Int, _ time: Double, url: String, score: Int = 50) -> String {
        #"{"kind": "t3", "data": {"title": "T\#(id)", "url": "\#(url)", "permalink": "/r/rust/comments/\#(id)/x/", "score": \#(score), "num_comments": 3, "created_utc": \#(time), "author": "ann", "link_flair_text": "news"}}"#
    }

    @Test func readsScoresWithAToken() async throws {
        let web = ScriptedWeb([
            Self.listing + "&raw_json=1":
                #"{"data": {"after": "t3_2", "children": [\#(Self.post(1, 1_782_864_000.0, url: "https://a/1")), \#(Self.post(2, 1_782_864_000, url: "https://www.reddit.com/r/rust/comments/2/x/", score: 9)), {"data": {}}]}}"#,
            Self.listing + "&after=t3_2&raw_json=1":
                #"{"data": {"after": null, "children": [\#(Self.post(3, 1_783_468_799.5, url: "https://www.reddit.com/r/rust/comments/3/x/")), \#(Self.post(4, 1e300, url: "https://a/4"))]}}"#,
        ])
        let result = try await collect("  - { source: reddit, communities: rust }\n", from: web) { access in
            access.secret = { $0 == "REDDIT_TOKEN" ? "T" : nil }
        }
        #expect(
            result.candidates.map(\.line) == [
                "T1 <https://a/1> score=50 comments=3 posted by=ann discussion=https://www.reddit.com/r/rust/comments/1/x/ categories=news"
            ])
        #expect(result.faults.map(\.field) == ["data.children[2].data.title"])
        #expect(web.requests.allSatisfy { $0.headers["Authorization"] == "Bearer T" })
    }

    @Test func getsATokenForAnApp() async throws {
        let web = ScriptedWeb([
            "https://www.reddit.com/api/v1/access_token": #"{"access_token": "T2"}"#,
            Self.listing + "&raw_json=1": #"{"data": {"children": []}}"#,
        ])
        _ = try await collect("  - { source: reddit, communities: rust, client: abc }\n", from: web) { access in
            access.secret = { $0 == "REDDIT_SECRET" ? "xyz" : nil }
        }
        #expect(web.requests.map { $0.headers["Authorization"] } == ["Basic YWJjOnh5eg==", "Bearer T2"])
        #expect(web.requests.first.map { String(decoding: $0.body, as: UTF8.self) } == "grant_type=client_credentials")
    }

    @Test func findsTheNewestThreadOfAKind() async throws {
        let search = "https://www.reddit.com/r/rust/search.rss?q=who%27s%20hiring&restrict_sr=1&sort=new&limit=100"
        let web = ScriptedWeb([
            search: Self.feed(
                Self.entry("t3_d", "Who&#39;s hiring, later", "2026-07-09T00:00:00+00:00", ""),
                Self.entry("t3_a", "Hiring: one post", "2026-07-01T00:00:00+00:00", ""),
                Self.entry("t3_b", "Official /r/rust \"Who’s Hiring\" thread", "2026-06-01T00:00:00+00:00", ""),
                Self.entry("t3_c", "Official /r/rust &quot;Who's Hiring&quot; thread", "2026-03-01T00:00:00+00:00", ""))
        ])
        let result = try await collect(
            "  - { source: reddit, communities: rust, newest: who's hiring, section: Jobs }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "Official /r/rust \"Who’s Hiring\" thread <https://www.reddit.com/r/rust/comments/t3_b/x/>"
            ])
        #expect(result.candidates.map(\.kind) == [.jobs])
        #expect(result.faults == [])
    }
}
