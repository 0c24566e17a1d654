import Archive
import Newsletter
import Testing

@testable import Collect

@Suite struct JSONLDTests {
    private func page(_ json: String) -> String {
        "<html><head><title>x</title><script type=\"application/ld+json\">\(json)</script></head><body><p>a<b>b</body></html>"
    }

    private func collected(_ json: String) async throws -> CollectionResult {
        try await collect(
            "  - { source: json-ld, pages: [{ url: \"https://a/\", place: \"Oslo, NO\" }] }\n",
            from: ScriptedWeb(["https://a/": page(json)]))
    }

    @Test func readsAnEventWithAllItsParts() async throws {
        let result = try await collected(
            """
            {"@context": "https://schema.org", "@type": "Event", "name": "Rust &amp; Tea", "url": "https://a/e",
             "startDate": "2026-07-09T19:00:00+02:00", "endDate": "2026-07-09T21:00:00+02:00",
             "eventAttendanceMode": "https://schema.org/MixedEventAttendanceMode",
             "eventStatus": "https://schema.org/EventScheduled",
             "location": [{"@type": "VirtualLocation", "url": "https://zoom.us/j/1"},
               {"@type": "Place", "name": "Club", "address": {"@type": "PostalAddress", "addressLocality": "Seattle",
                "addressRegion": "WA", "addressCountry": {"@type": "Country", "name": "US"}}}],
             "organizer": {"@type": "Organization", "name": "Rust X", "url": "https://x/"}}
            """)
        let event = try #require(result.events.first)
        #expect(result.faults == [])
        #expect([event.title, event.url] == ["Rust & Tea", "https://a/e"])
        #expect(event.start.description == "2026-07-09T19:00+02:00 local")
        #expect(event.mode == .hybrid)
        #expect(event.place == EventLocation(venue: "Club", city: "Seattle", subdivision: "WA", country: "US"))
        #expect(event.organizers == [.init(name: "Rust X", url: "https://x/")])
    }

    @Test(arguments: [
        #"[{"@type": "WebSite"}, {"@type": ["Event", "X"], "name": "E", "startDate": "2026-07-09"}]"#,
        #"{"@graph": [{"@type": "BusinessEvent", "name": "E", "startDate": "2026-07-09T19:00"}, 3, "x", null]}"#,
        #"{"@type": "ItemList", "itemListElement": [{"@type": "ListItem", "item": {"@type": "Event", "name": "E", "startDate": "2026-07-09T19:00:00Z", "location": "Oslo, Norway"}}]}"#,
        #"{"@type": "http://schema.org/Event", "name": "E", "startDate": "2026-07-09", "location": {"address": "Some street 1, 0150 Oslo, Norway"}, "organizer": "nobody"}"#,
    ])
    func findsEventsInEveryShape(json: String) async throws {
        let result = try await collected(json)
        #expect(result.events.map(\.title) == ["E"])
        #expect(result.events.first?.place.country == "NO")
        #expect(result.events.first?.url == "https://a/")
    }

    @Test func tellsApartEventsOfOnePageOnOneDay() async throws {
        let result = try await collected(
            """
            [{"@type": "Event", "name": "Tea", "startDate": "2026-07-09T18:00"},
             {"@type": "Event", "name": "Cake", "startDate": "2026-07-09T20:00", "organizer": {"name": "Ann"}},
             {"@type": "Event", "name": "Cake", "startDate": "2026-07-16T20:00", "organizer": {"name": "Ann"}},
             {"@type": "Event", "name": "Walk", "startDate": "2026-07-11", "eventStatus": "EventCancelled"}]
            """)
        #expect(result.events.map(\.url) == [nil, nil, "https://a/", "https://a/"])
        #expect(Set(result.events.map(\.id)) == ["https://a/ tea", "https://a/ cake", "https://a/ walk"])
        #expect(
            result.events.prefix(2).map(\.organizers) == [
                [.init(name: "a", url: "https://a/")], [.init(name: "Ann", url: "https://a/")],
            ])
        let reports = [(source: "json-ld", events: result.events)]
        #expect(EventCandidates.candidates(of: reports, regions: []).map(\.title).sorted() == ["Cake", "Cake", "Tea"])
        #expect(Set(EventCandidates.candidates(of: reports, regions: []).map(\.identity)).count == 3)
    }

    @Test func resolvesAddressesFromThePagesBase() async throws {
        let event = #"{"@type": "Event", "name": "Tea", "startDate": "2026-07-09", "url": "e?id=1&amp;x=2"}"#
        for (base, url) in [
            ("<base href='https://b.example/dir/'>", "https://b.example/dir/e?id=1&x=2"),
            ("<base target='_top'><base href='/dir/'><base href='/no/'>", "https://a/dir/e?id=1&x=2"),
            ("", "https://a/e?id=1&x=2"),
        ] {
            let text = page(event).replacing("<head>", with: "<head>\(base)")
            let result = try await collect(
                "  - { source: json-ld, pages: [{ url: \"https://a/\" }] }\n", from: ScriptedWeb(["https://a/": text]))
            #expect(result.events.map(\.url) == [url], "\(base)")
        }
    }

    @Test func followsWhatIsCancelledOrPostponed() async throws {
        let result = try await collected(
            """
            [{"@type": "Event", "name": "A", "startDate": "2026-07-09", "eventStatus": "EventCancelled"},
             {"@type": "Event", "name": "B", "startDate": "2026-07-10", "previousStartDate": "2026-07-08", "eventStatus": "https://schema.org/EventRescheduled"},
             {"@type": "Event", "name": "far away", "startDate": "2027-07-10"}]
            """)
        #expect(result.events.map(\.status) == [.cancelled, .confirmed])
        #expect(result.events.map { $0.movedFrom?.description } == [nil, "2026-07-08"])
    }

    @Test(arguments: [
        (#"{"@type": "Event", "startDate": "2026-07-09"}"#, "'name' is missing"),
        (#"[{"@type": "Event", "name": "A"}]"#, "'[0].startDate' is missing"),
        (#"{"@type": "Event", "name": "A", "startDate": "soon"}"#, "'startDate' isn't a time ('soon')"),
        (#"{"@type": "Event", "#, "the response isn't JSON"),
    ])
    func namesTheMemberAtFault(json: String, problem: String) async throws {
        let result = try await collected(json)
        #expect(result.events == [])
        #expect(result.faults.count == 1)
        #expect(
            result.faults.first?.description.hasPrefix("json-ld: https://a/: \(problem)") == true, "\(result.faults)")
    }

    @Test func saysThatAPageHasNoLinkedData() async throws {
        let result = try await collect(
            "  - { source: json-ld, pages: [{ url: \"https://a/\" }] }\n",
            from: ScriptedWeb(["https://a/": "<p>Welcome"]))
        #expect(
            result.faults.map(\.description) == [
                "json-ld: https://a/: 'application/ld+json' is missing. Use another page, or a calendar with these events"
            ])
    }
}
