import Context
import Newsletter
import Testing

@testable import Collect

/// Feeds that aren't well-formed XML: nothing is lost, and the command says so.
@Suite struct BrokenFeedTests {
    private func feed(_ items: String, declaration: String = "") throws -> Feed {
        let text = "\(declaration)<rss version=\"2.0\"><channel><title>F</title>\(items)</channel></rss>"
        return try FeedReader.feed(Array(text.utf8), at: "https://f.example/feed")
    }

    private static let good = "<item><title>Tom &amp; Jo</title><link>https://f.example/p?a=1&amp;b=2</link></item>"

    @Test(
        "Keeps links and words after an error, and reports it",
        arguments: [
            (
                "<item><title>A</title><link>https://f.example/p?id=77&lang=en&copy=1</link></item>", "A",
                "https://f.example/p?id=77&lang=en&copy=1"
            ),
            (
                "<item><title>It&rsquo;s a caf&eacute; &mdash; R&D</title><link>https://f.example/1</link></item>",
                "It’s a café — R&D", "https://f.example/1"
            ),
            (
                "<item><title>A\u{1}B\u{0B}C</title><link>https://f.example/1</link></item>", "AB C",
                "https://f.example/1"
            ),
            (
                "<item><title>A</title><description>one<br>two</description><link>https://f.example/1</link></item>",
                "A", "https://f.example/1"
            ),
            (
                "<item><title>A</title><description><p>one<p>two</description><link>https://f.example/1</link></item>",
                "A", "https://f.example/1"
            ),
            ("<item><title>A < B</title><link>https://f.example/1</link></item>", "A < B", "https://f.example/1"),
            (
                "<item><title>About Vec<T></title><link>https://f.example/1</link></item>", "About Vec<T>",
                "https://f.example/1"
            ),
            ("<item><title>A</titel></title><link>https://f.example/1</link></item>", "A", "https://f.example/1"),
            (
                "<item><title>A</title><enclosure url=x.mp3 length=1/><link>https://f.example/1</link></item>", "A",
                "https://f.example/1"
            ),
            ("<item><title>A</title><link>https://f.example/1</link>", "A", "https://f.example/1"),
            (
                "<item><title>A &#38;&#x38; &#146;</title><link>https://f.example/1</link><x a='1' a='2'/></item>",
                "A &8 ’", "https://f.example/1"
            ),
            (
                "<item><title><![CDATA[A & <b>B</b>]]></title><link>https://f.example/1</link><x>&</x></item>", "A & B",
                "https://f.example/1"
            ),
        ])
    func keepsWhatFollowsAnError(item: String, title: String, url: String) throws {
        let feed = try feed(item + Self.good)
        #expect(feed.posts.map(\.title) == [title, "Tom & Jo"])
        #expect(feed.posts.map(\.url) == [url, "https://f.example/p?a=1&b=2"])
        #expect(feed.faults.map(\.problem) == ["the feed isn't well-formed XML (line 1); parts of it may be missing"])
    }

    @Test func readsAWellFormedFeedWithoutAFault() throws {
        let feed = try feed(Self.good)
        #expect(feed.faults == [])
        #expect(feed.posts.map(\.url) == ["https://f.example/p?a=1&b=2"])
    }

    @Test func keepsNamespacesAfterAnError() throws {
        let feed = try feed(
            "<item xmlns:dc='http://purl.org/dc/elements/1.1/'><dc:title>no</dc:title><title>A & B</title><link>/1</link><dc:creator>Ann</dc:creator></item>"
        )
        #expect(feed.posts.map(\.title) == ["A & B"])
        #expect(feed.posts.map(\.author) == ["Ann"])
    }

    @Test func readsEntitiesThatABrokenFeedDeclares() throws {
        let feed = try feed(
            "<item><title>&tea; & &milk;</title><link>/1</link></item>",
            declaration: "<!DOCTYPE rss [<!ENTITY tea \"Tea\"><!ENTITY milk 'Milk'>]>")
        #expect(feed.posts.map(\.title) == ["Tea & Milk"])
    }

    @Test func readsAFeedAfterAServersMessage() throws {
        let text = "Warning: x in /y.php\n<?xml version=\"1.0\"?><rss><channel>\(Self.good)</channel></rss>"
        let feed = try FeedReader.feed(Array(text.utf8), at: "https://f.example/")
        #expect(feed.posts.map(\.title) == ["Tom & Jo"])
        #expect(feed.faults.count == 1)
    }

    @Test(
        "Reads much that is broken within its limits",
        arguments: [
            String(repeating: "<!-- ", count: 100_000), String(repeating: "<![CDATA[", count: 50_000),
            String(repeating: "<a b='", count: 100_000), String(repeating: "</a>", count: 100_000) + "&",
            String(repeating: "<? ", count: 100_000), String(repeating: "&x", count: 200_000),
            String(repeating: "<!DOCTYPE [", count: 50_000), String(repeating: "<", count: 200_000),
        ])
    func readsMuchThatIsBroken(text: String) throws {
        let feed = try feed(Self.good + "<item><title>x & y</title>" + text)
        #expect(feed.posts.first?.title == "Tom & Jo")
    }

    @Test func namesTheLimitThatABrokenFeedExceeds() throws {
        let deep = try feed(Self.good + "&" + String(repeating: "<x>", count: 300) + "</x>")
        #expect(deep.faults.map(\.problem).joined().contains("nested more than 250 deep"))
        #expect(throws: Feed.Fault.self) { try feed("&<x\((0...1000).map { " a\($0)=\($0)" }.joined())></x>") }
    }

    @Test func reportsABrokenFeedToTheCommand() async throws {
        let broken = "<rss><channel><item><title>A & B</title><link>https://a.example/1</link></item></channel></rss>"
        let result = try await collect(
            "  - { source: feeds, feeds: [\"https://a/\"] }\n", from: ScriptedWeb(["https://a/": broken]))
        #expect(result.candidates.map(\.title) == ["A & B"])
        #expect(
            result.faults.map(\.description) == [
                "feeds: https://a/: the feed isn't well-formed XML (line 1); parts of it may be missing. Inform the feed's author"
            ])
    }

    @Test func readsTheHeadersCharset() async throws {
        var body = Array("<rss><channel><item><title>".utf8)
        body += [0xD7, 0xE0, 0xE9]
        body += Array("</title><link>https://a.example/1</link></item></channel></rss>".utf8)
        let answer = HTTPResponse(
            status: 200, headers: ["Content-Type": "text/xml; charset=windows-1251"], body: body, url: "https://a/")
        let result = try await collect(
            "  - { source: feeds, feeds: [\"https://a/\"] }\n", from: ScriptedWeb(["https://a/": answer]))
        #expect(result.candidates.map(\.title) == ["Чай"])
    }
}
