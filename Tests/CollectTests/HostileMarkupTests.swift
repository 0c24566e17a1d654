import TestKit
import Testing

@testable import Collect

/// Feeds whose DTDs, tags or depth would make much of little, or reach for what isn't theirs.
@Suite struct HostileMarkupTests {
    private func feed(_ items: String, _ declarations: String = "") throws -> Feed {
        let type = declarations.isEmpty ? "" : "<!DOCTYPE rss [\(declarations)]>"
        let text = #"<?xml version="1.0"?>\#(type)<rss><channel>\#(items)</channel></rss>"#
        return try FeedReader.feed(Array(text.utf8), at: "https://a.example/")
    }

    private func item(_ title: String, _ more: String = "") -> String {
        "<item><title>\(title)</title><link>https://a.example/1</link>\(more)</item>"
    }

    @Test(arguments: [
        ("one &x; two", #"<!ENTITY x "y">"#, "one y two"),
        ("&x;&x; &z; end", #"<!ENTITY x "y"><!ENTITY z "w">"#, "yy w end"),
        ("a &x; b", #"<!ENTITY x "1 &z; 2"><!ENTITY z "3">"#, "a 1 3 2 b"),
        ("a &x; b", #"<!ENTITY x "<b>bold</b> &amp; more">"#, "a bold & more b"),
        ("a &x; b", #"<!ENTITY x "">"#, "a b"),
        ("a &amp;amp; b &#38;#38; c", #"<!ENTITY x "y">"#, "a & b & c"),
        ("a &x; b", #"<!ENTITY x SYSTEM "file:///etc/passwd">"#, "a b"),
        ("a b", #"<!ENTITY % x SYSTEM "file:///etc/passwd"> %x;"#, "a b"),
        ("a b", #"<!ATTLIST item about CDATA "x">"#, "a b"),
    ])
    func expandsAnEntityToItsOwnContent(title: String, declarations: String, shown: String) throws {
        let feed = try feed(item(title, "<category>after</category>"), declarations)
        #expect(feed.posts.map(\.title) == [shown])
        #expect(feed.posts.first?.categories == ["after"])
    }

    @Test func expandsEntitiesInAttributes() throws {
        let text = """
            <!DOCTYPE feed [<!ENTITY host "a.example"><!ENTITY rest "/p">]>
            <feed><entry><title>T</title><link href="https://&host;&rest;?q=1&amp;r=2" rel="alternate"/></entry></feed>
            """
        let feed = try FeedReader.feed(Array(text.utf8), at: "https://b.example/")
        #expect(feed.posts.map(\.url) == ["https://a.example/p?q=1&r=2"])
    }

    @Test func asksNobodyForWhatADocumentNames() throws {
        let canary = try LoopbackServer { _ in .text("secret") }
        for declarations in [
            #"<!ENTITY x SYSTEM "\#(canary.address)/x">"#, #"<!ENTITY % p SYSTEM "\#(canary.address)/p"> %p;"#,
            #"<!ENTITY % p "<!ENTITY x SYSTEM '\#(canary.address)/x'>"> %p;"#,
        ] {
            let feed = try feed(item("one &x; two"), declarations)
            #expect(!feed.posts.contains { $0.title.contains("secret") })
        }
        let outside = "<!DOCTYPE rss SYSTEM \"\(canary.address)/dtd\"><rss><channel>\(item("T"))</channel></rss>"
        #expect(try FeedReader.feed(Array(outside.utf8), at: "https://a/").posts.map(\.title) == ["T"])
        let page = "<!DOCTYPE html SYSTEM \"\(canary.address)/dtd\" [<!ENTITY x SYSTEM '\(canary.address)/x'>]><p>&x;"
        _ = MarkupLibrary.html(Array(page.utf8))
        let included = "<x xmlns:i='http://www.w3.org/2001/XInclude'><i:include href='\(canary.address)/i'/></x>"
        #expect(try MarkupLibrary.xml(Array(included.utf8))?.text.isEmpty == true)
        #expect(canary.connections == 0)
    }

    private static let laughs =
        #"<!ENTITY a0 "lol">"#
        + (1..<12).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }.joined()

    private static let parameterLaughs =
        #"<!ENTITY % a0 "&#60;!-- lol -->">"#
        + (1..<10).map { "<!ENTITY % a\($0) \"\(String(repeating: "&#37;a\($0 - 1);", count: 10))\">" }.joined()
        + "%a9;"

    private static func attributes(_ count: Int) -> String { (0..<count).map { " a\($0)='\($0)'" }.joined() }

    @Test(
        arguments: [
            ("laughs", item: "&a11;", declarations: laughs, "entities"),
            ("laughs in an attribute", "<x a='&a11;'/>", laughs, "entities"),
            ("laughs in a DTD", "T", parameterLaughs, "entities"),
            ("a loop", "&a;", #"<!ENTITY a "&b;"><!ENTITY b "&a;">"#, "entities"),
            (
                "a long one, often", String(repeating: "&a;", count: 400),
                "<!ENTITY a \"\(String(repeating: "x", count: 5000))\">", "entities"
            ),
            ("many of them", "T", (0..<6000).map { "<!ENTITY e\($0) ''>" }.joined(), "entities"),
            ("attributes", "<x\(attributes(1001))/>", "", "attributes"),
            ("attributes in an entity", "&x;", "<!ENTITY x \"<y\(attributes(1001))/>\">", "attributes"),
            ("namespaces", "<x\((0..<201).map { " xmlns:a\($0)='u'" }.joined())/>", "", "namespaces"),
        ])
    func refusesWhatExceedsALimit(name: String, item: String, declarations: String, what: String) throws {
        let fault = #expect(throws: Feed.Fault.self) { try feed(self.item(item), declarations) }
        #expect(fault?.field == nil)
        #expect(fault?.problem.contains(what) == true && fault?.problem.hasPrefix("the feed has") == true, "\(name)")
    }

    @Test(arguments: [
        ("depth", String(repeating: "<x>", count: 300), "nested more than 250 deep"),
        ("parts", String(repeating: "<x/>", count: 500_001), "more than 500000 elements"),
    ])
    func keepsWhatComesBeforeALimit(name: String, more: String, what: String) throws {
        let feed = try feed(item("T") + more)
        #expect(feed.posts.map(\.title) == ["T"])
        #expect(feed.faults.map(\.problem).joined().contains(what), "\(name): \(feed.faults)")
    }

    @Test func reads1000AttributesAndEscapedOnes() throws {
        let escaped = String(repeating: "&lt;a href=\"x\" class='y'> ", count: 2000)
        let feed = try feed("<x\(Self.attributes(1000))/>" + item("T", "<description>\(escaped)</description>"))
        #expect(feed.posts.map(\.title) == ["T"])
    }

    @Test(arguments: ["utf-16le", "utf-16be"])
    func countsAttributesInUTF16(encoding: String) {
        let text = "\u{FEFF}<?xml version='1.0' encoding='utf-16'?><rss\(Self.attributes(1001))/>"
        let bytes = text.utf16.flatMap { unit in
            let pair = [UInt8(truncatingIfNeeded: unit), UInt8(truncatingIfNeeded: unit >> 8)]
            return encoding == "utf-16le" ? pair : pair.reversed()
        }
        #expect(throws: MarkupFault.attributes) { try MarkupLibrary.xml(bytes) }
        let small = text.replacing(Self.attributes(1001), with: "")
        let read = try? MarkupLibrary.xml(
            small.utf16.flatMap { [UInt8(truncatingIfNeeded: $0), UInt8(truncatingIfNeeded: $0 >> 8)] })
        #expect(read?.name == "rss")
    }

    @Test func refusesAnEncodingThatHidesTags() {
        let text = "<?xml version='1.0' encoding='UTF-7'?><rss/>"
        #expect(throws: MarkupFault.encoding("utf-7")) { try MarkupLibrary.xml(Array(text.utf8)) }
    }

    @Test(arguments: [
        ("<p\(attributes(1001))>x", false), ("<p" + String(repeating: " a", count: 1001) + ">x", false),
        ("<p" + String(repeating: " a", count: 1000) + ">x", true),
        ("<script>if (a <b) {" + String(repeating: " x = 1;", count: 1000) + "}</script><p>x", true),
        ("<script/><p" + String(repeating: " a=b", count: 1001) + ">x", false),
    ])
    func readsPagesUnlessATagIsCrowded(page: String, isRead: Bool) {
        #expect((MarkupLibrary.html(Array(page.utf8)) != nil) == isRead)
    }

    @Test func readsTheBeginningOfALongTitle() throws {
        let feed = try feed(item(String(repeating: "é&lt;b>", count: 40_000)))
        #expect(try #require(feed.posts.first?.title.utf8.count) <= 100_000)
    }
}
