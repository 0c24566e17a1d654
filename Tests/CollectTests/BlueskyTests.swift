import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct BlueskyTests {
    private static let window = "&sort=latest&limit=100&since=2026-07-01T00%3A00%3A00Z&until=2026-07-08T00%3A00%3A00Z"

    private static func post(
        _ key: String, _ text: String, _ more: String = "", time: String = "2026-07-02T00:00:00.000Z"
    )
        -> String
    {
        #"{"uri": "at://did:plc:1/app.bsky.feed.post/\#(key)", "author": {"handle": "ann.example"}, "record": {"text": "\#(text)", "createdAt": "\#(time)"\#(more)}, "likeCount": 3, "repostCount": 1, "replyCount": 2}"#
    }

    @Test func bringsTheLinksOfTaggedPosts() async throws {
        let server = "https://public.api.bsky.app/xrpc/app.bsky.feed.searchPosts"
        let first = "\(server)?q=%23rustlang&tag=rustlang\(Self.window)"
        let web = ScriptedWeb([
            first:
                """
            {"cursor": "c/1", "posts": [
            \(Self.post("a", "A post", #", "embed": {"$type": "app.bsky.embed.external", "external": {"uri": "https://a/1", "title": "Its title"}}"#)),
            \(Self.post("b", "No link #rustlang", #", "facets": [{"features": [{"$type": "app.bsky.richtext.facet#tag", "tag": "rustlang"}]}]"#)),
            {"uri": "at://x", "author": {"handle": "h"}, "record": {"createdAt": "2026-07-02T00:00:00Z"}}]}
            """,
            first + "&cursor=c%2F1":
                """
            {"posts": [
            \(Self.post("c", "See a.example", #", "facets": [{"features": [{"$type": "app.bsky.richtext.facet#link", "uri": "https://a/2"}]}]"#, time: "2026-07-03T00:00:00Z")),
            \(Self.post("d", "Images", #", "embed": {"$type": "app.bsky.embed.images", "images": []}"#, time: "never"))]}
            """,
        ])
        let result = try await collect("  - { source: bluesky, tags: [rustlang] }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "Its title <https://a/1> score=4 comments=2 posted by=ann.example discussion=https://bsky.app/profile/ann.example/post/a text=A post",
                "See a.example <https://a/2> score=4 comments=2 posted by=ann.example discussion=https://bsky.app/profile/ann.example/post/c text=See a.example",
            ])
        #expect(
            result.faults.map(\.description) == [
                "bluesky: \(first): 'posts[2].record.text' is missing. Open the address to see the answer; the service may have changed its format",
                "bluesky: \(first)&cursor=c%2F1: 'posts[1].record.createdAt' can't be read. Open the address to see the answer; the service may have changed its format",
            ])
    }

    @Test func searchesWithASession() async throws {
        let server = "https://bsky.social/xrpc"
        let web = ScriptedWeb([
            "\(server)/com.atproto.server.createSession": #"{"accessJwt": "J", "refreshJwt": "R", "did": "d"}"#,
            "\(server)/app.bsky.feed.searchPosts?q=%40w.example&mentions=w.example\(Self.window)":
                #"{"posts": [\#(Self.post("a", "@w.example hello"))]}"#,
        ])
        let result = try await collect(
            "  - { source: bluesky, mentions: w.example, account: w.example }\n", from: web
        ) { $0.secret = { $0 == "BLUESKY_PASSWORD" ? "P" : nil } }
        #expect(
            result.candidates.map(\.line) == [
                "@w.example hello <https://bsky.app/profile/ann.example/post/a> score=4 comments=2 posted by=ann.example discussion=https://bsky.app/profile/ann.example/post/a text=@w.example hello"
            ])
        #expect(web.requests.map { $0.headers["Authorization"] } == [nil, "Bearer J"])
        #expect(
            web.requests.first.map { String(decoding: $0.body, as: UTF8.self) }
                == #"{"identifier":"w.example","password":"P"}"#)
    }
}
