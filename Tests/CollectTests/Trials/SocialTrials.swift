extension SourceTrial {
    private static let time = "2026-07-02T00:00:00Z"

    private static func skeet(_ title: String, _ text: String = #""text": "T", "#) -> String {
        #"{"uri": "at://d/p/\#(title)", "author": {"handle": "h"}, "record": {\#(text)"createdAt": "\#(time)", "embed": {"external": {"uri": "https://a/\#(title)", "title": "\#(title)"}}}}"#
    }

    static let bluesky = SourceTrial(
        source: "bluesky", keys: "tags: rust, account: w, service: \"SERVER\"",
        pages: [
            .init("createSession", #"{"accessJwt": "S3CRET"}"#), .init("cursor=c1", #"{"posts": [\#(skeet("B"))]}"#),
            .init("searchPosts", #"{"posts": [\#(skeet("A"))], "cursor": "c1"}"#),
        ], brings: ["A", "B"], lacking: .init("cursor=c1", #"{"posts": [\#(skeet("B", ""))]}"#),
        field: "posts[0].record.text", isSecret: true)

    private static func toot(_ title: String, _ content: String = #""content": "", "#) -> String {
        #"{"url": "https://m/\#(title)", "created_at": "\#(time)", \#(content)"account": {"acct": "h"}, "card": {"url": "https://a/\#(title)", "title": "\#(title)"}}"#
    }

    static let mastodon = SourceTrial(
        source: "mastodon", keys: "tags: rust, mentions: true, instance: \"SERVER\"",
        pages: [
            .init("tag/rust?limit=40&max_id=1", "[\(toot("B"))]"),
            .init("tag/rust", "[\(toot("A"))]", next: "/api/v1/timelines/tag/rust?limit=40&max_id=1"),
            .init("notifications", #"[{"created_at": "\#(time)", "status": \#(toot("C"))}]"#),
        ], brings: ["A", "B", "C"], lacking: .init("tag/rust", "[\(toot("A", ""))]"), field: "[0].content",
        isSecret: true)

    static let lobsters = SourceTrial(
        source: "lobsters", keys: "tags: rust, instance: \"SERVER\"",
        pages: [
            .init(
                "/t/rust.json",
                #"[{"title": "A", "created_at": "\#(time)", "score": 9, "comments_url": "https://l/1"}]"#),
            .init("page/2", #"[{"title": "B", "created_at": "\#(time)", "score": 8, "comments_url": "https://l/2"}]"#),
            .init("page/3", "[]"),
        ], brings: ["A", "B"], lacking: .init("page/2", #"[{"title": "B", "created_at": "\#(time)"}]"#),
        field: "[0].comments_url")

    static let hackerNews = SourceTrial(
        source: "hacker-news", keys: "searches: rust, api: \"SERVER\"",
        pages: [
            .init(
                "page=0",
                #"{"page": 0, "nbPages": 2, "hits": [{"objectID": "1", "title": "A", "points": 9, "created_at_i": 1783000000}]}"#
            ),
            .init(
                "page=1",
                #"{"page": 1, "nbPages": 2, "hits": [{"objectID": "2", "title": "B", "points": 8, "created_at_i": 1783000000}]}"#
            ),
        ], brings: ["A", "B"], lacking: .init("page=1", #"{"page": 1, "nbPages": 2}"#), field: "hits")

    private static func article(_ title: String, _ address: String = #""url": "https://dev.to/x", "#) -> String {
        #"{"title": "\#(title)", \#(address)"published_at": "\#(time)", "public_reactions_count": 9}"#
    }

    static let forem = SourceTrial(
        source: "forem", keys: "tags: rust, instance: \"SERVER\"",
        pages: [
            .init("&page=1", "[" + Array(repeating: article("A"), count: 100).joined(separator: ",") + "]"),
            .init("&page=2", "[\(article("B", #""url": "https://dev.to/y", "#))]"),
        ], brings: ["A", "B"], lacking: .init("&page=2", "[\(article("B", ""))]"), field: "[0].url")

    private static func redditPost(_ title: String, _ link: String = #""permalink": "/r/rust/x", "#) -> String {
        #"{"data": {"title": "\#(title)", "url": "https://a/\#(title)", \#(link)"score": 99, "created_utc": 1783000000.0}}"#
    }

    static let reddit = SourceTrial(
        source: "reddit", way: "with a token", keys: "communities: rust, api: \"SERVER\"",
        pages: [
            .init("after=t3_1", #"{"data": {"children": [\#(redditPost("B", #""permalink": "/r/rust/y", "#))]}}"#),
            .init("/r/rust/new", #"{"data": {"children": [\#(redditPost("A"))], "after": "t3_1"}}"#),
        ], brings: ["A", "B"], lacking: .init("after=t3_1", #"{"data": {"children": [\#(redditPost("B", ""))]}}"#),
        field: "data.children[0].data.permalink", isSecret: true)

    private static func entry(_ title: String) -> String {
        "<feed><entry><id>t3_\(title)</id><link href=\"/r/rust/\(title)\"/><published>\(time)</published><title>\(title)</title></entry></feed>"
    }

    static let redditFeeds = SourceTrial(
        source: "reddit", way: "by feeds", keys: "communities: rust, site: \"SERVER\", token: NONE",
        pages: [
            .init("after=t3_A", entry("B")), .init("after=t3_B", "<feed/>"), .init("/r/rust/new.rss", entry("A")),
        ], brings: ["A", "B"],
        lacking: .init(
            "after=t3_A", "<feed><entry><id>t3_B</id><link href=\"/b\"/><published>\(time)</published></entry></feed>"),
        field: "entry[0].title")
}
