import Archive
import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct DiscourseTests {
    private static func post(
        _ number: Int, _ author: String, _ content: String, likes: Int = 0, time: String = "2026-07-02T00:00:00.000Z",
        answers: Int? = nil
    ) -> String {
        let actions =
            likes > 0 ? #"{"id": 3, "count": 9}, {"id": 2, "count": \#(likes)}"# : #"{"id": 2, "can_act": true}"#
        let answered = answers.map(String.init) ?? "null"
        return
            #"{"id": \#(number * 10), "post_number": \#(number), "username": "\#(author)", "name": "", "created_at": "\#(time)", "cooked": "\#(content)", "actions_summary": [\#(actions)], "reply_to_post_number": \#(answered), "post_type": 1}"#
    }

    private static func thread(_ stream: [Int], size: Int = 20, _ posts: String...) -> String {
        #"{"slug": "the-thread", "chunk_size": \#(size), "post_stream": {"posts": [\#(posts.joined(separator: ","))], "stream": \#(stream)}}"#
    }

    private static func posts(_ posts: String...) -> String {
        #"{"post_stream": {"posts": [\#(posts.joined(separator: ","))]}}"#
    }

    private static let nominations = "  - { source: discourse, forum: \"https://f/\", topic: 7, hosts: [crates.io] }\n"

    @Test func ranksNominationsByTheirLikes() async throws {
        let web = ScriptedWeb([
            "https://f/t/7.json": Self.thread(
                Array(stride(from: 10, through: 80, by: 10)),
                Self.post(1, "editor", "<p>Nominate!</p>", time: "2015-01-01T00:00:00Z"),
                Self.post(
                    2, "ann", "<p>I like <a href='https://crates.io/crates/one'>crates.io/crates/one</a></p>", likes: 2),
                Self.post(3, "bo", "<p>+1</p>", answers: 2),
                Self.post(
                    4, "cy_dev",
                    "<p>A <a href='https://github.com/Cy-Dev/two'>repository</a> of <a href='https://crates.io/crates/two'>two</a></p>",
                    likes: 6),
                Self.post(5, "di", "<p>One again: <a href='https://www.crates.io/crates/one/'>one</a></p>", likes: 3),
                Self.post(6, "ed", "<p>My crate <a href='https://e.example/three'>three</a></p>", likes: 5),
                Self.post(7, "fay", "<p>What is this thread about?</p>"),
                Self.post(8, "gil", "<p><a href='/t/other/8'>Elsewhere</a> we talked</p>", answers: 7))
        ])
        let result = try await collect(Self.nominations, from: web) { $0.now = 1_783_468_800 }
        #expect(
            result.candidates.map(\.line) == [
                "two <https://crates.io/crates/two> rank=1 of 4 likes=6 answers=0 counted=2026-07-08T00:00:00Z nominated by=cy_dev post=https://f/t/the-thread/7/4 self-nomination=yes link=https://github.com/Cy-Dev/two text=A repository of two",
                "one <https://crates.io/crates/one> rank=2 of 4 likes=5 likes each=ann 2, di 3 answers=1 counted=2026-07-08T00:00:00Z nominated by=ann post=https://f/t/the-thread/7/2 nominated by=di post=https://f/t/the-thread/7/5 text=I like crates.io/crates/one",
                "three <https://e.example/three> rank=3 of 4 likes=5 answers=0 counted=2026-07-08T00:00:00Z nominated by=ed post=https://f/t/the-thread/7/6 self-nomination=yes text=My crate three",
                "What is this thread about? <-> rank=4 of 4 likes=0 answers=1 counted=2026-07-08T00:00:00Z nominated by=fay post=https://f/t/the-thread/7/7 text=What is this thread about?",
            ])
        #expect(result.candidates.allSatisfy { $0.kind == .pick && $0.content == .pick })
        #expect(result.faults == [])
    }

    @Test func asksForTheNewestPostsOnly() async throws {
        let web = ScriptedWeb([
            "https://f/t/7.json": Self.thread(
                [10, 20, 30, 40, 50, 60], size: 2, Self.post(1, "ann", "x", time: "2015-01-01T00:00:00Z")),
            "https://f/t/7/posts.json?post_ids[]=50&post_ids[]=60": Self.posts(
                Self.post(5, "ann", "<a href='https://a/5'>five</a>", time: "2026-07-01T00:00:00Z"),
                Self.post(6, "ann", "<a href='https://a/6'>six</a>", time: "2026-07-08T00:00:00Z")),
            "https://f/t/7/posts.json?post_ids[]=30&post_ids[]=40": Self.posts(
                Self.post(3, "ann", "<a href='https://a/3'>three</a>", time: "2026-06-01T00:00:00Z"),
                Self.post(4, "ann", "<a href='https://a/4'>four</a>", time: "2026-06-30T23:59:59Z"), "{}"),
        ])
        let result = try await collect(Self.nominations, from: web)
        #expect(result.candidates.map(\.title) == ["five"])
        #expect(web.addresses.count == 3)
        #expect(result.faults.map(\.field) == ["post_stream.posts[2].id"])
    }

    @Test func bringsQuotesWithWhoSaidThem() async throws {
        let quote =
            "<aside class='quote'><blockquote><p>An earlier post</p></blockquote></aside><blockquote><p>Words,<br>wise</p></blockquote><p>– <a href='https://f/t/talk/9/2'>Ann on the forum</a></p>"
        let web = ScriptedWeb([
            "https://f/t/7.json": Self.thread(
                [10, 20, 30], Self.post(1, "bo", quote, likes: 1), Self.post(2, "bo", "<p>Nice one</p>"),
                Self.post(
                    3, "bo", "<blockquote>More</blockquote> <a href='https://f/t/talk/9/2'>https://f/t/talk/9/2</a>"))
        ])
        let result = try await collect(
            "  - { source: discourse, forum: \"https://f\", topic: 7, kind: quote }\n", from: web)
        #expect(
            result.candidates.map(\.content) == [
                .quote(Quote(text: "Words, wise", attribution: "Ann on the forum")),
                .quote(Quote(text: "More", attribution: nil)),
            ])
        #expect(result.candidates.map(\.url) == ["https://f/t/talk/9/2", "https://f/t/talk/9/2"])
    }

    @Test func bringsOpenTasksOnly() async throws {
        let content =
            "<p><a href='https://github.com/o/alpha/issues/1'>https://github.com/o/alpha/issues/1</a> <a href='https://github.com/o/alpha/issues/2'>closed</a> <a href='https://github.com/o/beta/issues/3#comment'>Beta - Write words</a> <a href='https://gitlab.com/g/s/gamma/-/issues/4'>Do it</a> <a href='https://github.com/o/alpha/issues'>all</a> <a href='https://github.com/o/alpha/issues/9'>gone</a></p>"
        let api = "https://api.github.com/repos/o"
        let web = ScriptedWeb([
            "https://f/t/7.json": HTTPResponse(Self.thread([10], Self.post(1, "ann", content))),
            "\(api)/alpha/issues/1": HTTPResponse(#"{"title": "Mend [it]", "state": "open", "assignees": []}"#),
            "\(api)/alpha/issues/2": HTTPResponse(#"{"title": "C", "state": "closed"}"#),
            "\(api)/beta/issues/3": HTTPResponse(#"{"title": "W", "state": "open", "assignees": [{"login": "bo"}]}"#),
            "\(api)/alpha/issues/9": HTTPResponse("", status: 404),
        ])
        let result = try await collect(
            "  - { source: discourse, forum: \"https://f\", topic: 7, collects: tasks }\n", from: web)
        let post = "posted by=ann post=https://f/t/the-thread/7/1"
        #expect(
            result.candidates.map(\.line) == [
                "alpha - Mend [it] <https://github.com/o/alpha/issues/1> state=open project=alpha \(post)",
                "Beta - Write words <https://github.com/o/beta/issues/3#comment> state=open, assigned project=beta \(post)",
                "gamma - Do it <https://gitlab.com/g/s/gamma/-/issues/4> state=not checked project=gamma \(post)",
                "alpha - gone <https://github.com/o/alpha/issues/9> state=not checked project=alpha \(post)",
            ])
        #expect(
            result.faults.map(\.description) == [
                "discourse: \(api)/alpha/issues/9: the server found nothing at this URL (404). Check the URL in the settings"
            ])
    }

    @Test func findsTheNewestThreadOfAKind() async throws {
        let search = "https://f/search.json?q=who%27s%20hiring%20in%3Atitle%20order%3Alatest_topic"
        let web = ScriptedWeb([
            search:
                #"{"topics": [{"id": 3, "title": "Who likes hiring", "created_at": "2026-07-03T00:00:00Z"}, {"id": 1, "title": "Who's hiring? [May]", "slug": "whos-hiring", "created_at": "2026-05-01T00:00:00Z"}, {"id": 2, "title": "Who’s Hiring? [June]", "slug": "hiring-june", "created_at": "2026-06-01T00:00:00Z"}, {"id": 4}, {"id": 5, "title": "x", "created_at": "now"}]}"#
        ])
        let result = try await collect(
            "  - { source: discourse, forum: \"https://f\", collects: newest, search: who's hiring }\n", from: web)
        #expect(result.candidates.map(\.line) == ["Who’s Hiring? [June] <https://f/t/hiring-june/2>"])
        #expect(result.candidates.map(\.content) == [.job])
        #expect(result.faults.map(\.field) == ["topics[3].title", "topics[4].created_at"])
    }

    @Test(arguments: [
        ("collects: newest", "'discourse.search' is missing. Write 'search: WORDS'"),
        ("collects: tasks", "'discourse.topic' is missing. Write the number in the thread's URL: 'topic: 123'"),
        ("topic: 7, collects: nomination", "'discourse.collects' can't be 'nomination'. Did you mean 'nominations'?"),
    ])
    func namesFaultsOfTheSettings(keys: String, fault: String) throws {
        let found = try faults("  - { source: discourse, forum: \"https://f\", \(keys) }\n")
        #expect(found.count == 1)
        #expect(found.first?.hasSuffix("error: " + fault) == true, "\(found)")
    }
}

@Suite struct NominationTests {
    @Test(arguments: [
        ("https://github.com/Ann-Dev/x", "ann_dev", true), ("https://ann-dev.github.io/x", "AnnDev", true),
        ("https://git.sr.ht/~ann/x", "ann", true), ("https://codeberg.org/bo/x", "ann", false),
        ("https://a.example/ann/x", "ann", false), ("https://github.com/", "", false),
    ])
    func tellsWhoNominatesTheirOwn(url: String, author: String, isOwn: Bool) throws {
        let post = ForumPost(
            number: 1, url: "https://f/t/1/1", author: author, authorName: nil, time: 0,
            content: "<a href='\(url)'>x</a>", likes: 0, answers: nil)
        let nomination = try #require(Nomination(post, forum: "https://f", isQuote: false, hosts: []))
        #expect(nomination.isOwn == isOwn)
    }

    @Test(arguments: [
        ("https://github.com/o/r/issues/1", "github.com o r 1"),
        ("https://www.github.com/o/r/issues/12?x#y", "github.com o r 12"),
        ("https://gitlab.com/g/s/r/-/issues/4", "gitlab.com g/s r 4"),
        ("https://codeberg.org/o/r/issues/2", "codeberg.org o r 2"),
        ("https://github.com/o/r/issues", nil), ("https://github.com/o/r/pull/1", nil), ("https://a/issues/1", nil),
        ("o/r/issues/1", nil), ("https://github.com/o/r/issues/new", nil), ("https://gitlab.com/-/-/issues/1", nil),
    ])
    func readsAddressesOfIssues(url: String, parts: String?) {
        let issue = IssueAddress(url)
        #expect(issue.map { "\($0.host) \($0.owner) \($0.repository) \($0.number)" } == parts)
    }
}
