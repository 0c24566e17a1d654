extension SourceTrial {
    private static func post(_ number: Int, _ content: String, _ author: String = #""username": "ann", "#) -> String {
        #"{"id": \#(number), "post_number": \#(number), \#(author)"created_at": "2026-07-02T00:00:00Z", "cooked": "\#(content)", "actions_summary": []}"#
    }

    private static func thread(_ post: String, stream: [Int]) -> String {
        #"{"slug": "t", "chunk_size": 1, "post_stream": {"posts": [\#(post)], "stream": \#(stream)}}"#
    }

    private static func posts(_ post: String) -> String { #"{"post_stream": {"posts": [\#(post)]}}"# }

    static let nominations = SourceTrial(
        source: "discourse", way: "nominations", keys: "forum: \"SERVER\", topic: 7",
        pages: [
            .init("/t/7.json", thread(post(1, "<a href='https://a/A'>A</a>"), stream: [1, 2, 3])),
            .init("post_ids[]=3", posts(post(3, "<a href='https://a/C'>C</a>"))),
            .init("post_ids[]=2", posts(post(2, "<a href='https://a/B'>B</a>"))),
        ], brings: ["A", "B", "C"], lacking: .init("post_ids[]=2", posts(post(2, "x", ""))),
        field: "post_stream.posts[0].username")

    static let tasks = SourceTrial(
        source: "discourse", way: "tasks", keys: "forum: \"SERVER\", topic: 7, collects: tasks, api: \"SERVER\"",
        pages: [
            .init(
                "/t/7.json",
                thread(
                    post(1, "<a href='https://github.com/o/r/issues/1'>https://github.com/o/r/issues/1</a>"),
                    stream: [1])),
            .init("/repos/o/r/issues/1", #"{"title": "A", "state": "open"}"#),
        ], brings: ["r - A"], lacking: .init("/repos/o/r/issues/1", #"{"title": "A"}"#), field: "state", isSecret: true)

    static let newestThread = SourceTrial(
        source: "discourse", way: "newest", keys: "forum: \"SERVER\", collects: newest, search: hiring",
        pages: [
            .init("/search.json", #"{"topics": [{"id": 1, "title": "Hiring", "created_at": "2026-06-01T00:00:00Z"}]}"#)
        ], brings: ["Hiring"], lacking: .init("/search.json", #"{"posts": []}"#), field: "topics")

    static let feeds = SourceTrial(
        source: "feeds", keys: "feeds: \"SERVER/feed\"",
        pages: [
            .init(
                "/feed",
                "<rss><channel><item><title>A</title><link>https://a/A</link></item><item><title>B</title><link>https://a/B</link></item></channel></rss>"
            )
        ], brings: ["A", "B"],
        lacking: .init("/feed", "<rss><channel><item><title>A</title></item></channel></rss>"), field: "item[0].link")

    static let triage = SourceTrial(
        source: "triage", keys: "repository: o/r, api: \"SERVER\"",
        pages: [
            .init("/contents/triage/2026/2026-07-02.md", #"{"content": "QSBjYWxtIHdlZWsuCg==", "encoding": "base64"}"#),
            .init("/contents/triage/2026", #"[{"name": "2026-07-02.md", "path": "triage/2026/2026-07-02.md"}]"#),
            .init("/commits", #"[{"sha": "abc"}]"#),
        ], brings: ["Full report"], lacking: .init("/contents/triage/2026/2026-07-02.md", "{}"), field: "content",
        isSecret: true)
}
