import Address
import Context
import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct FeedReaderTests {
    private func posts(_ text: String, at url: String = "https://a.example/blog/feed.xml") throws -> [String] {
        try FeedReader.feed(Array(text.utf8), at: url).posts.map { post in
            "\(post.title) <\(post.url ?? "-")> \(post.time.map(Timestamp.text) ?? "-") \(post.author ?? "-")"
        }
    }

    @Test func readsRSS2() throws {
        let found = try posts(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/"><channel>
            <title>Blog</title><link>https://a.example/</link>
            <item><title>A &amp;amp; B</title><link>/posts/a</link><pubDate>Thu, 02 Jul 2026 10:00:00 +0200</pubDate><dc:creator>Ann</dc:creator></item>
            <item><title><![CDATA[<b>Bold</b> &lt;T&gt;]]></title><guid>https://a.example/posts/b</guid></item>
            <item><description>No title,  only words</description><link>https://a.example/posts/c</link></item>
            </channel></rss>
            """)
        #expect(
            found == [
                "A & B <https://a.example/posts/a> 2026-07-02T08:00:00Z Ann",
                "Bold <T> <https://a.example/posts/b> - -",
                "No title, only words <https://a.example/posts/c> - -",
            ])
    }

    @Test func readsRSS1() throws {
        let found = try posts(
            """
            <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/" xmlns:dc="http://purl.org/dc/elements/1.1/">
            <channel rdf:about="https://a.example/"><title>Blog</title></channel>
            <item rdf:about="https://a.example/1"><title>One</title><dc:date>2026-07-02T10:00:00Z</dc:date></item></rdf:RDF>
            """)
        #expect(found == ["One <https://a.example/1> 2026-07-02T10:00:00Z -"])
    }

    @Test func readsAtom() throws {
        let found = try posts(
            """
            <feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://b.example/x/"><title>Blog</title>
            <entry><title type="html">&lt;code&gt;Vec&amp;lt;T&amp;gt;&lt;/code&gt;</title><link rel="self" href="self.xml"/><link href="../p/1"/>
            <updated>2026-07-03T00:00:00Z</updated><published>2026-07-02T00:00:00Z</published><author><name>Bo</name></author></entry>
            <entry><title type="text">a &lt;b&gt;</title><id>https://b.example/2</id></entry></feed>
            """)
        #expect(
            found == [
                "Vec<T> <https://b.example/p/1> 2026-07-02T00:00:00Z Bo", "a <b> <https://b.example/2> - -",
            ])
    }

    @Test(
        "Keeps a post whose time can't be read, and names the member",
        arguments: [
            (
                "<rss><channel><item><title>A</title><link>https://a/</link><pubDate>soon</pubDate></item></channel></rss>",
                "item[0].pubDate"
            ),
            (
                #"<feed><entry><title>A</title><link href="https://a/"/><updated>soon</updated></entry></feed>"#,
                "entry[0].updated"
            ),
            (#"{"items": [{"url": "https://a/", "title": "A", "date_published": "soon"}]}"#, "item[0].date_published"),
        ])
    func namesTimesThatCannotBeRead(text: String, field: String) throws {
        let feed = try FeedReader.feed(Array(text.utf8), at: "https://a.example/")
        #expect(feed.posts.map(\.time) == [nil])
        #expect(feed.faults == [Feed.Fault(field: field, problem: "isn't a time that can be read")])
        // Another member may tell it, and none may be there.
        #expect(
            try FeedReader.feed(Array(text.replacing("soon", with: "2026-07-02T00:00:00Z").utf8), at: "https://a/")
                .posts.count == 1)
        #expect(try FeedReader.feed(Array(text.replacing("soon", with: "").utf8), at: "https://a/").posts.count == 1)
    }

    @Test func readsJSONFeed() throws {
        let found = try posts(
            #"{"version": "https://jsonfeed.org/version/1.1", "title": "Blog", "items": [{"id": "1", "url": "/1", "title": "One", "date_published": "2026-07-02T00:00:00Z", "authors": [{"name": "Cy"}]}, {"id": 2, "url": "https://a.example/2", "content_html": "<p>Two</p>"}, 3]}"#
        )
        #expect(
            found == ["One <https://a.example/1> 2026-07-02T00:00:00Z Cy", "Two <https://a.example/2> - -"])
    }

    @Test(arguments: [
        "<rss><channel><item><title>A</title><link>https://a/1</link></item><item><title>cut",
        "\n\n<?xml version=\"1.0\"?><rss><channel><item><title>A</title><link>https://a/1</link></item></channel></rss>",
        "\u{FEFF}<rss><channel><item><title>A</title><link>https://a/1</link></item></channel></rss>",
        "<rss><channel><item><title>A</title><link>https://a/1</link><x>&nbsp;&undefined; & <</x></item></channel></rss>",
    ])
    func savesWhatCanBeSaved(text: String) throws {
        #expect(try posts(text).first == "A <https://a/1> - -")
    }

    @Test func readsOtherEncodings() throws {
        var bytes = Array("<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><rss><channel><item><title>Gr".utf8)
        bytes += [0xFC, 0xDF, 0x65]
        bytes += Array("</title><link>https://a/1</link></item></channel></rss>".utf8)
        #expect(try FeedReader.feed(bytes, at: "https://a/").posts.map(\.title) == ["Grüße"])
    }

    @Test func letsEntitiesNotGrow() throws {
        var text = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\">"
        for level in 1...9 { text += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">" }
        text += "]><rss><channel><item><title>&a9;</title><link>https://a/1</link></item></channel></rss>"
        let feed = try? FeedReader.feed(Array(text.utf8), at: "https://a/")
        #expect((feed?.posts.first?.title.utf8.count ?? 0) < 1_000_000)
    }

    @Test(arguments: [
        ("", "rss"), ("not a feed", "rss"), ("<html><body></body></html>", "rss"), ("<rss></rss>", "channel"),
        ("{\"title\": 1}", "items"), ("{}", "items"),
    ])
    func namesWhatAFeedHas(text: String, field: String) {
        let fault = #expect(throws: Feed.Fault.self) { try FeedReader.feed(Array(text.utf8), at: "https://a/") }
        #expect(fault?.field == field)
    }
}

@Suite struct FeedsTests {
    private static func rss(_ items: String) -> String {
        "<rss><channel><title>Blog</title>\(items)</channel></rss>"
    }

    @Test func bringsThePostsOfTheWindow() async throws {
        let items = [
            ("first second", "Wed, 01 Jul 2026 00:00:00 GMT"), ("last second", "Tue, 07 Jul 2026 23:59:59 GMT"),
            ("too late", "Wed, 08 Jul 2026 00:00:00 GMT"), ("too early", "Tue, 30 Jun 2026 23:59:59 GMT"),
        ].enumerated().map {
            "<item><title>\($1.0)</title><link>https://a.example/\($0)</link><pubDate>\($1.1)</pubDate></item>"
        }
        let result = try await collect(
            "  - { source: feeds, section: Blogs, feeds: [\"https://a/feed\", \"https://b/feed\"] }\n",
            from: ScriptedWeb([
                "https://a/feed": Self.rss(items.joined()),
                "https://b/feed": Self.rss(
                    "<item><title>again</title><link>http://www.a.example/0/?utm_source=b</link></item>"),
            ]))
        #expect(result.candidates.map(\.title) == ["first second", "last second"])
        #expect(result.candidates.first?.section == "Blogs")
        #expect(result.candidates.first?.kind == .links)
        #expect(result.candidates.first?.factsByName["feed"] == "Blog")
        #expect(result.faults == [])
    }

    @Test func findsTheFeedOfAPage() async throws {
        let page =
            "<html><head><base href='https://c/x/'><link rel='alternate stylesheet' href='no'><link rel=alternate type=application/rss+xml href=feed.xml></head>"
        let result = try await collect(
            "  - { source: feeds, feeds: [\"https://a/\"] }\n",
            from: ScriptedWeb([
                "https://a/": page, "https://c/x/feed.xml": Self.rss("<item><title>T</title><link>/t</link></item>"),
            ]))
        #expect(result.candidates.map(\.url) == ["https://c/t"])
        #expect(result.faults == [])
    }

    @Test func readsAListOfFeeds() async throws {
        let opml =
            "<opml version='2.0'><body><outline text='F'><outline type='rss' xmlUrl='https://b/feed'/></outline><outline xmlUrl='https://a/feed'/></body></opml>"
        let web = ScriptedWeb(["https://a/feed": Self.rss(""), "https://b/feed": Self.rss("")])
        let result = try await collect(
            "  - { source: feeds, feeds: [\"https://a/feed\"], opml: list.opml }\n", from: web
        ) { $0.file = { path throws(FileError) in path == "list.opml" ? Array(opml.utf8) : [] } }
        #expect(web.addresses.sorted() == ["https://a/feed", "https://b/feed"])
        #expect(result.faults == [])
    }

    @Test func namesFeedAndFieldAtFault() async throws {
        let result = try await collect(
            "  - { source: feeds, feeds: [\"https://a/\", \"https://b/\", \"https://c/\"] }\n",
            from: ScriptedWeb([
                "https://a/": "<p>Hello",
                "https://b/": Self.rss(
                    "<item><title>T</title></item><item><title>U</title><link>https://b/u</link></item>"),
            ]))
        #expect(result.candidates.map(\.title) == ["U"])
        #expect(
            result.faults.map(\.description) == [
                "feeds: https://a/: 'rss' is missing: the root element is 'p', so this isn't a feed. Check that the URL is that of a feed",
                "feeds: https://b/: 'item[0].link' is missing. Inform the feed's author",
                "feeds: https://c/: no connection (the test has no such page)",
            ])
    }

    @Test func asksForSomethingToRead() throws {
        #expect(
            try faults("  - { source: feeds }\n") == [
                "sennight.yaml:4:5: error: 'feeds.feeds' is missing, like 'opml'. Write 'feeds: [ … ]' or 'opml: FILE'"
            ])
    }
}

@Suite struct WebAddressTests {
    @Test(arguments: [
        ("https://x/y", "https://x/y"), ("//x/y", "https://x/y"), ("/y", "https://a.b/y"), ("y", "https://a.b/c/y"),
        ("../y", "https://a.b/y"), ("../../../y?q=../z", "https://a.b/y?q=../z"), ("./", "https://a.b/c/"),
        ("?q", "https://a.b/c/d?q"), ("#f", "https://a.b/c/d#f"), ("", "https://a.b/c/d"), (" y ", "https://a.b/c/y"),
        ("mailto:a@b", "mailto:a@b"), ("..", "https://a.b/"),
    ])
    func resolvesReferences(reference: String, address: String) {
        #expect(WebAddress.resolve(reference, from: "https://a.b/c/d?e#f") == address)
    }

    @Test func startsFromAHostAlone() {
        #expect(WebAddress.resolve("y", from: "https://a.b") == "https://a.b/y")
        #expect(PercentEncoding.parameter("a b&ü/-") == "a%20b%26%C3%BC%2F-")
    }
}
