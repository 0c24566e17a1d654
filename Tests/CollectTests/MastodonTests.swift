import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct MastodonTests {
    private static func status(_ id: Int, _ time: String, _ content: String, _ more: String = "") -> String {
        #"{"id": "\#(id)", "url": "https://m/@ann/\#(id)", "created_at": "\#(time)", "content": "\#(content)", "account": {"acct": "ann"}, "reblogs_count": 2, "favourites_count": 3\#(more)}"#
    }

    private static let tag = "https://m/api/v1/timelines/tag/rustlang?limit=40"
    private static let hashtag = "<a href='https://m/tags/rustlang' class='mention hashtag'>#rustlang</a>"

    @Test func bringsTheLinksOfTaggedPosts() async throws {
        let next = Self.tag + "&max_id=2"
        let web = ScriptedWeb([
            Self.tag: HTTPResponse(
                """
                [\(Self.status(5, "2026-07-08T00:00:00.000Z", "<a href='https://a/5'>a</a>")),
                \(Self.status(4, "2026-07-07T00:00:00.000Z", "<p>Read <a href='https://a/4'>this</a> \(Self.hashtag)</p>", #", "replies_count": 1, "card": {"url": "https://a/card", "title": "A card"}"#)),
                \(Self.status(3, "2026-07-07T00:00:00.000Z", "<p>No link \(Self.hashtag)</p>"))]
                """, headers: ["Link": "<\(next)>; rel=\"next\", <\(Self.tag)&min_id=5>; rel=\"prev\""]),
            next: HTTPResponse(
                """
                [\(Self.status(2, "2026-07-01T00:00:00.000Z", "<p>Look: <a href='https://a/2?q=1&amp;r'><span class='invisible'>https://</span><span>a/2</span></a> \(Self.hashtag)</p>")),
                \(Self.status(1, "2026-06-30T23:59:59.999Z", "<a href='https://a/1'>a</a>"))]
                """, headers: ["Link": "<https://elsewhere/?max_id=1>; rel=\"next\""]),
        ])
        let result = try await collect(
            "  - { source: mastodon, instance: \"https://m/\", tags: [rustlang] }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "Look: https://a/2 #rustlang <https://a/2?q=1&r> score=5 posted by=ann discussion=https://m/@ann/2 text=Look: https://a/2 #rustlang",
                "A card <https://a/card> score=5 comments=1 posted by=ann discussion=https://m/@ann/4 text=Read this #rustlang",
            ])
        #expect(result.faults == [])
        #expect(web.addresses == [Self.tag, next])
    }

    @Test func bringsMentionsWithAToken() async throws {
        let mentions = "https://m/api/v1/notifications?types[]=mention&limit=80"
        let web = ScriptedWeb([
            mentions:
                """
            [{"created_at": "2026-07-02T00:00:00Z", "status": \(Self.status(1, "2026-07-02T00:00:00Z", "<p><span class='h-card'><a href='https://m/@w' class='u-url mention'>@w</a></span> hello</p>"))},
            {"created_at": "soon", "status": null}, {"created_at": "2026-07-02T00:00:00Z", "status": {"content": ""}}]
            """
        ])
        let result = try await collect(
            "  - { source: mastodon, instance: \"https://m\", mentions: true }\n", from: web
        ) {
            $0.secret = { $0 == "MASTODON_TOKEN" ? "T" : nil }
        }
        #expect(
            result.candidates.map(\.line) == [
                "@w hello <https://m/@ann/1> score=5 posted by=ann discussion=https://m/@ann/1 text=@w hello"
            ])
        #expect(web.requests.map { $0.headers["Authorization"] } == ["Bearer T"])
        #expect(
            result.faults.map(\.description) == [
                "mastodon: \(mentions): '[1].created_at' can't be read. Open the address to see the answer; the service may have changed its format",
                "mastodon: \(mentions): '[2].status.created_at' is missing. Open the address to see the answer; the service may have changed its format",
            ])
    }

    @Test func needsATokenForMentionsOnly() async throws {
        let result = try await collect("  - { source: mastodon, mentions: yes }\n")
        #expect(
            result.faults.map(\.description) == [
                "mastodon: MASTODON_TOKEN isn't set. Set MASTODON_TOKEN to the secret, or MASTODON_TOKEN_FILE to the path of a file that contains it"
            ])
        #expect(
            try faults("  - { source: mastodon, instance: m.example }\n") == [
                "sennight.yaml:4:5: error: 'mastodon.tags' is missing, like 'mentions'. Write 'tags: [ … ]' or 'mentions: true'",
                "sennight.yaml:4:35: error: 'mastodon.instance' isn't a web address: 'm.example'. Write the address as https://example.org/",
            ])
    }
}
