import Testing

@testable import Collect
import Text

/// Namespaces, bases, text constructs and titles.
@Suite struct FeedVocabularyTests {
    private func posts(_ text: String) throws -> [String] {
        try FeedReader.feed(Array(text.utf8), at: "https://f.example/dir/feed.xml").posts.map { post in
            "\(post.title) <\(post.url ?? "-")> \(post.time.map(Timestamp.text) ?? "-")"
        }
    }

    private static let vocabularies = """
        xmlns:atom="http://www.w3.org/2005/Atom" xmlns:dc="http://purl.org/dc/elements/1.1/" \
        xmlns:dcterms="http://purl.org/dc/terms/" xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" \
        xmlns:media="http://search.yahoo.com/mrss/"
        """

    @Test(
        "Takes RSS's own elements before those of other vocabularies",
        arguments: [
            ("<atom:link rel='related' href='/no'/><link>/1</link><title>A</title>", "A <https://f.example/1> -"),
            ("<itunes:title>no</itunes:title><title>A</title><link>/1</link>", "A <https://f.example/1> -"),
            ("<media:title>no</media:title><title>A</title><link>/1</link>", "A <https://f.example/1> -"),
            ("<dc:title>no</dc:title><title>A</title><link>/1</link>", "A <https://f.example/1> -"),
            ("<dc:title>A</dc:title><link>/1</link>", "A <https://f.example/1> -"),
            ("<title>A</title><atom:link href='/1'/>", "A <https://f.example/1> -"),
            ("<title>A</title><link href='/1'/>", "A <https://f.example/1> -"),
            ("<title>A</title><link/><guid>https://f.example/g</guid>", "A <https://f.example/g> -"),
            (
                "<title>A</title><link>/1</link><dcterms:issued>2026-07-02</dcterms:issued><dcterms:modified>2026-07-03</dcterms:modified>",
                "A <https://f.example/1> 2026-07-02T00:00:00Z"
            ),
            (
                "<title>A</title><link>/1</link><dcterms:modified>2026-07-03</dcterms:modified>",
                "A <https://f.example/1> 2026-07-03T00:00:00Z"
            ),
            (
                "<Title>A</Title><Link>/1</Link><PubDate>2026-07-03</PubDate>",
                "A <https://f.example/1> 2026-07-03T00:00:00Z"
            ),
            ("<title>It&#146;s</title><link>/1</link>", "It’s <https://f.example/1> -"),
            ("<link>/1</link><description>&lt;p&gt;Some words</description>", "Some words <https://f.example/1> -"),
            ("<link>/1</link>", "https://f.example/1 <https://f.example/1> -"),
            ("<title>A</title><guid>/g/1</guid>", "A <https://f.example/g/1> -"),
            ("<title>A</title><id>HTTPS://f.example/1</id>", "A <HTTPS://f.example/1> -"),
            (
                "<title>A</title><link>/1</link><pubDate>2026-07-02</pubDate><pubDate>2026-07-03</pubDate>",
                "A <https://f.example/1> 2026-07-03T00:00:00Z"
            ),
        ])
    func takesOwnElements(item: String, expected: String) throws {
        #expect(try posts("<rss \(Self.vocabularies)><channel><item>\(item)</item></channel></rss>") == [expected])
        // Some don't declare their prefixes.
        #expect(try posts("<rss><channel><item>\(item)</item></channel></rss>") == [expected])
    }

    @Test(arguments: [
        "<rss xmlns='http://backend.userland.com/rss2'><channel><item>ITEM</item></channel></rss>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns='http://my.netscape.com/rdf/simple/0.9/'><channel><title>F</title></channel><item>ITEM</item></rdf:RDF>",
        "<rdf:RDF xmlns:rdf='http://www.w3.org/1999/02/22-rdf-syntax-ns#' xmlns:rss='http://purl.org/rss/1.0/'><rss:channel/><rss:item><rss:title>A</rss:title><rss:link>/1</rss:link></rss:item></rdf:RDF>",
        "<rss><item>ITEM</item></rss>", "<channel><item>ITEM</item></channel>",
        "<Channel xmlns='http://purl.org/net/rss1.1#'><items><item>ITEM</item></items></Channel>",
    ])
    func readsRSSOfAllVersions(text: String) throws {
        #expect(
            try posts(text.replacing("ITEM", with: "<title>A</title><link>/1</link>")) == ["A <https://f.example/1> -"])
    }

    @Test(
        "Reads posts of another format in a feed",
        arguments: [
            "<feed><item><title>A</title><link>/1</link></item></feed>",
            "<rss><channel><entry><title>A</title><link href='/1'/></entry></channel></rss>",
            "<CHANNEL BASE='https://f.example/'><ITEM HREF='1'><TITLE>A</TITLE></ITEM></CHANNEL>",
            "<feed><entry><title>A</title><link rel='alternate' type='application/xhtml+xml' href='/1'/></entry></feed>",
            "<feed><entry><title>A</title><id>/1</id></entry></feed>",
            "<feed><entry><title type='application/octet-stream'>PGI+QTwvYj4=</title><link href='/1'/></entry></feed>",
            "<feed><entry><title/><summary type='html'>&lt;b>A&lt;/b></summary><link href='/1'/></entry></feed>",
        ])
    func readsPostsOfAnotherFormat(text: String) throws {
        #expect(try posts(text) == ["A <https://f.example/1> -"])
    }

    @Test(arguments: ["tag:f.example,2026:1", "urn:uuid:60a76c80", "17", "Some words / more"])
    func takesNoOtherNameForAnAddress(identifier: String) throws {
        let text = "<feed><entry><title>A</title><id>\(identifier)</id></entry></feed>"
        let feed = try FeedReader.feed(Array(text.utf8), at: "https://f.example/feed")
        #expect(feed.posts.isEmpty)
        #expect(feed.faults.map(\.field) == ["entry[0].link"])
    }

    @Test(
        "Resolves addresses from the bases of all elements",
        arguments: [
            (
                "<feed xml:base='/log/'><entry><title>A</title><link href='p'/></entry></feed>",
                "https://f.example/log/p"
            ),
            (
                "<feed xml:base='/log/'><entry xml:base='x/'><title>A</title><link href='p'/></entry></feed>",
                "https://f.example/log/x/p"
            ),
            (
                "<feed xml:base='/log/'><entry xml:base='x/'><title>A</title><link xml:base='y/' href='p'/></entry></feed>",
                "https://f.example/log/x/y/p"
            ),
            (
                "<feed><entry><title>A</title><link xml:base='https://b.example/' href='p'/></entry></feed>",
                "https://b.example/p"
            ),
            (
                "<rss xml:base='/log/'><channel><item><title>A</title><link>p</link></item></channel></rss>",
                "https://f.example/log/p"
            ),
            (
                "<rss><channel><link>/site/</link><item><title>A</title><link xml:base='x/'>p</link></item></channel></rss>",
                "https://f.example/site/x/p"
            ),
            (
                "<rss><channel xml:base='/c/'><item xml:base='i/'><title>A</title><link>p</link></item></channel></rss>",
                "https://f.example/c/i/p"
            ),
        ])
    func resolvesAddresses(text: String, url: String) throws {
        #expect(try posts(text) == ["A <\(url)> -"])
    }

    @Test(
        "Reads Atom 0.3",
        arguments: [
            ("<title type='text/html' mode='escaped'>A &amp;amp; &lt;b&gt;B&lt;/b&gt;</title>", "A & B"),
            ("<title type='text/plain' mode='escaped'>A &lt;b&gt;</title>", "A <b>"),
            ("<title>A &amp; B</title>", "A & B"),
            (
                "<title type='application/xhtml+xml' mode='xml'><div xmlns='http://www.w3.org/1999/xhtml'>A <b>B</b></div></title>",
                "A B"
            ),
            ("<title type='text/plain' mode='base64'>w4RwZmVs</title>", "Äpfel"),
            ("<title type='text/html' mode='base64'>PGI+QTwvYj4=</title>", "A"),
        ])
    func readsAtom03(title: String, shown: String) throws {
        let entry =
            "\(title)<link rel='alternate' type='text/html' href='/1'/><issued>2026-07-02T00:00:00Z</issued><modified>2026-07-03T00:00:00Z</modified>"
        #expect(
            try posts("<feed version='0.3' xmlns='http://purl.org/atom/ns#'><entry>\(entry)</entry></feed>")
                == ["\(shown) <https://f.example/1> 2026-07-02T00:00:00Z"])
    }

    @Test(
        "Keeps words in angle brackets",
        arguments: [
            ("All about the <head> of a page", "All about the <head> of a page"),
            ("impl Iterator<Item = T> for X", "impl Iterator<Item = T> for X"),
            ("<template> is here", "<template> is here"),
            ("Vec<u8> and Box<dyn Fn(A) -> B>", "Vec<u8> and Box<dyn Fn(A) -> B>"),
            ("Option<A> of <i>x</i>", "Option<A> of x"),
            ("<b>Bold</b> &lt;T&gt;", "Bold <T>"), ("<code>Vec<T></code>", "Vec<T>"),
            ("one<br>two<br/>three", "one two three"),
            ("<p>one</p><p>two</p>", "one two"), ("<a href='/x?a>b'>link</a>", "link"), ("a <!-- no --> b", "a b"),
            ("<script>alert(1)</script>", "<script>alert(1)</script>"), ("</b> alone", "</b> alone"),
            ("I <3 tea", "I <3 tea"),
            ("The <a> element", "The <a> element"), ("<B><I>x</B></I>", "x"),
            ("x <- y, a < b > c", "x <- y, a < b > c"),
            ("Watch <iframe src='/v'></iframe> now", "Watch now"), ("Use <iframe> safely", "Use <iframe> safely"),
            ("A <script src='/x.js'>run()</script> B", "A B"), ("<blink>A</blink>", "A"),
            ("<link rel='preload'> at last", "<link rel='preload'> at last"),
            ("AT&T &amp; &eacute; &nope; &#8217; &#146;", "AT&T & é &nope; ’ ’"), ("<table>", "<table>"),
        ])
    func keepsWordsInBrackets(html: String, shown: String) throws {
        #expect(html.titleOfHTML == shown)
        let escaped = html.replacing("&", with: "&amp;").replacing("<", with: "&lt;")
        #expect(
            try posts("<rss><channel><item><title>\(escaped)</title><link>/1</link></item></channel></rss>") == [
                "\(shown) <https://f.example/1> -"
            ])
        #expect(
            try posts("<feed><entry><title type='html'>\(escaped)</title><link href='/1'/></entry></feed>") == [
                "\(shown) <https://f.example/1> -"
            ])
    }
}
