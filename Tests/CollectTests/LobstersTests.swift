import Newsletter
import Testing

@testable import Collect

@Suite struct LobstersTests {
    private static func story(_ id: Int, _ time: String, _ more: String = "") -> String {
        #"{"title": "T\#(id)", "url": "https://a/\#(id)", "created_at": "\#(time)", "score": \#(id), "comment_count": 2, "submitter_user": "ann", "tags": ["rust", "web"], "comments_url": "https://lobste.rs/s/\#(id)"\#(more)}"#
    }

    @Test func readsPagesUntilTheyAreOld() async throws {
        let web = ScriptedWeb([
            "https://lobste.rs/t/rust.json":
                "[\(Self.story(3, "2026-07-07T10:00:00.000-05:00")), \(Self.story(0, "2026-07-07T10:00:00.000-05:00"))]",
            "https://lobste.rs/t/rust/page/2.json":
                #"[{"title": "Ask", "url": "", "created_at": "2026-07-01T00:00:00Z", "score": 9, "submitter_user": {"username": "bo"}, "comments_url": "https://lobste.rs/s/9"}, \#(Self.story(8, "yesterday"))]"#,
            "https://lobste.rs/t/rust/page/3.json": "[\(Self.story(7, "2026-06-30T23:59:59Z"))]",
        ])
        let result = try await collect("  - { source: lobsters, tags: [rust] }\n", from: web)
        #expect(
            result.candidates.map(\.line) == [
                "Ask <https://lobste.rs/s/9> score=9 posted by=bo discussion=https://lobste.rs/s/9",
                "T3 <https://a/3> score=3 comments=2 posted by=ann discussion=https://lobste.rs/s/3 categories=rust, web",
            ])
        #expect(web.addresses.count == 3)
        #expect(
            result.faults.map(\.description) == [
                "lobsters: https://lobste.rs/t/rust/page/2.json: '[1].created_at' can't be read. Open the address to see the answer; the service may have changed its format"
            ])
    }
}
