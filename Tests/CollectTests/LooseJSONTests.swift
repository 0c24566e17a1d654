import Testing

@testable import Collect

/// Members of unexpected types, and JSON-LD in unexpected wrappings and places.
@Suite struct LooseJSONTests {
    @Test(
        "Keeps a post whose other members have any type",
        arguments: [
            "\"author\": \"Ann\"", "\"author\": [\"Ann\"]", "\"authors\": {\"name\": \"Ann\"}",
            "\"authors\": [\"Ann\", 3]",
            "\"author\": {\"name\": \"Ann\"}", "\"author\": {\"url\": \"Ann\"}",
        ])
    func keepsPosts(member: String) throws {
        let text =
            "{\"title\": [1], \"items\": [{\"id\": 7, \"url\": \"/1\", \"title\": \"A\", \"tags\": \"x\", \"summary\": 3, \(member)}]}"
        let feed = try FeedReader.feed(Array(text.utf8), at: "https://f.example/")
        #expect(feed.posts.map(\.url) == ["https://f.example/1"])
        #expect(feed.posts.map(\.author) == ["Ann"])
        #expect(feed.posts.map(\.categories) == [["x"]])
        #expect(feed.faults == [])
    }

    @Test func keepsAllTags() throws {
        let text = "{\"items\": [{\"url\": \"/1\", \"title\": \"A\", \"tags\": [\"x\", 2, {\"name\": \"y\"}]}]}"
        #expect(
            try FeedReader.feed(Array(text.utf8), at: "https://f.example/").posts.map(\.categories) == [
                ["x", "2", "y"]
            ])
    }

    private static let event = #"{"@type": "Event", "name": "Talk", "startDate": "2026-07-09", "url": "/talk"}"#

    private func events(_ script: String) async throws -> [EventOccurrence] {
        let page = "<script type=\"application/ld+json\">\(script)</script>"
        let web = ScriptedWeb(["https://a.example/agenda/": page])
        return try await collect(
            "  - { source: json-ld, pages: [{ url: \"https://a.example/agenda/\" }] }\n", from: web
        ).events
    }

    @Test(
        "Reads linked data however it is wrapped",
        arguments: [
            "// <![CDATA[\nEVENT\n// ]]>", "<![CDATA[EVENT]]>", "/* <![CDATA[ */ EVENT /* ]]> */", "<!-- EVENT -->",
            "EVENT;", "// a comment\nEVENT", "/* a comment */ EVENT ;\n", "/*<![CDATA[*/EVENT/*]]>*/",
        ])
    func readsWrappedData(script: String) async throws {
        #expect(try await events(script.replacing("EVENT", with: Self.event)).map(\.url) == ["https://a.example/talk"])
    }

    @Test(
        "Finds events wherever they are",
        arguments: [
            #"{"@type": "DataFeed", "dataFeedElement": [{"@type": "DataFeedItem", "item": EVENT}]}"#,
            #"{"@type": "Organization", "event": EVENT}"#, #"{"@type": "Place", "event": [EVENT]}"#,
            #"{"@type": "Organization", "location": {"@type": "Place", "events": [EVENT]}}"#,
            #"{"@type": "WebPage", "mainEntity": {"@type": "ItemList", "itemListElement": [EVENT]}}"#,
            #"{"@type": "CollectionPage", "hasPart": [EVENT]}"#,
        ])
    func findsEvents(script: String) async throws {
        #expect(try await events(script.replacing("EVENT", with: Self.event)).map(\.title) == ["Talk"])
    }

    @Test(
        "Keeps an event whose other members have any type",
        arguments: [
            (#""previousStartDate": ["2026-07-01", "2026-07-02"]"#, "2026-07-02"), (#""previousStartDate": 3"#, nil),
            (#""organizer": "X", "location": 7, "endDate": []"#, nil), (#""eventStatus": {"@id": "x"}"#, nil),
            (#""location": {"@type": "Place", "address": [{"addressCountry": {"name": "NO"}}]}"#, nil),
        ] as [(String, String?)])
    func keepsEvents(member: String, movedFrom: String?) async throws {
        let found = try await events(Self.event.replacing("\"url\"", with: member + ", \"url\""))
        #expect(found.map(\.title) == ["Talk"])
        #expect(found.first?.movedFrom?.description == movedFrom)
    }

    @Test(
        "Resolves addresses from the page",
        arguments: [
            ("f", "https://a.example/agenda/f"), ("/f", "https://a.example/f"),
            ("//b.example/f", "https://b.example/f"),
            ("?id=1&amp;x=2", "https://a.example/agenda/?id=1&x=2"),
            (#"https:\\/\\/b.example\\/f"#, "https://b.example/f"),
            (#"https:\/\/b.example\/f"#, "https://b.example/f"),
        ])
    func resolvesAddresses(written: String, url: String) async throws {
        #expect(try await events(Self.event.replacing("/talk", with: written)).map(\.url) == [url])
    }
}
