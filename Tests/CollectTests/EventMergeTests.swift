import Newsletter
import Testing

@testable import Collect
import Text

private func day(_ text: String) throws -> CalendarDate {
    let seconds = try #require(Timestamp.rfc3339(text))
    return try #require(CalendarDate(daysSince1970: seconds / 86_400))
}

private func event(
    _ id: String, _ title: String, _ url: String?, at time: String = "2026-07-08T17:00:00Z",
    in place: String = "Berlin, DE",
    by organizer: String? = "Rust Berlin"
) throws -> EventOccurrence {
    EventOccurrence(
        id: id, title: title, url: url,
        start: .zoned(try #require(Timestamp.rfc3339(time)), offset: 7200, zone: "Europe/Berlin"),
        place: EventLocation(place: place), organizers: organizer.map { [.init(name: $0, url: nil)] } ?? [])
}

@Suite struct EventMergeTests {
    @Test func makesOneOfTwoTellingsByTheAddress() throws {
        var second = try event(
            "b", "Hack and Learn!", "https://www.meetup.com/de-DE/rust-berlin/events/1/?utm_source=x")
        second.end = .zoned(second.start.instant + 7200, offset: 7200, zone: "Europe/Berlin")
        second.place.venue = "c-base"
        let merged = EventMerge.merged([
            ("one", try event("a", "Hack & Learn", "https://www.meetup.com/rust-berlin/events/1/")), ("two", second),
            ("two", try event("c", "Other", "https://www.meetup.com/rust-berlin/events/2/")),
        ])
        #expect(merged.map(\.event.title) == ["Hack & Learn", "Other"])
        #expect(merged[0].sources == ["one", "two"])
        #expect(merged[0].event.place.venue == "c-base")
        #expect(merged[0].event.end == second.end)
    }

    @Test func makesOneOfTwoTellingsByOrganiserStartAndTitle() throws {
        let merged = EventMerge.merged([
            ("one", try event("a", "Hack & Learn", "https://luma.com/a")),
            ("two", try event("b", "HACK & LEARN", "https://example.org/b", by: "rust berlin")),
            ("two", try event("c", "Hack & Learn", "https://example.org/c", at: "2026-07-08T18:00:00Z")),
            ("two", try event("d", "Hack & Learn", "https://example.org/d", by: "Rust Köln")),
        ])
        #expect(merged.map(\.event.id) == ["a", "c", "d"])
    }

    @Test func keepsTheDaysOfASeriesWithOnePage() throws {
        let merged = EventMerge.merged([
            ("one", try event("a", "Weekly", "https://example.org/weekly")),
            ("one", try event("b", "Weekly", "https://example.org/weekly", at: "2026-07-15T17:00:00Z")),
        ])
        #expect(merged.count == 2)
    }

    @Test func believesWhoCancels() throws {
        var cancelled = try event("b", "A", "https://example.org/a")
        cancelled.status = .cancelled
        let told = [("one", try event("a", "A", "https://example.org/a")), ("two", cancelled)]
        #expect(EventMerge.merged(told).map(\.event.status) == [.cancelled])
        let reports = told.map { (source: $0.0, events: [$0.1]) }
        #expect(EventCandidates.candidates(of: reports, regions: RegionRule.byContinent) == [])
    }
}

@Suite struct EventCandidatesTests {
    @Test func sortsByHeadingDayAndPlace() throws {
        var hybrid = try event("h", "Hybrid", "https://example.org/h", in: "Wien, AT")
        hybrid.mode = .hybrid
        let found = EventCandidates.candidates(
            of: [
                (
                    "s",
                    [
                        try event("t", "Tokyo", "https://example.org/t", in: "Tokyo, JP"), hybrid,
                        try event("p", "Later", "https://example.org/p", at: "2026-07-09T17:00:00Z", in: "Aachen, DE"),
                        try event("b", "Berlin", "https://example.org/b"),
                        try event("n", "Nowhere", "https://example.org/n", in: "The Moon"),
                    ]
                )
            ], regions: RegionRule.byContinent)
        #expect(
            found.map { "\($0.section ?? "-"): \($0.title)" } == [
                "Virtual: Hybrid", "Asia: Tokyo", "Europe: Berlin", "Europe: Hybrid", "Europe: Later", "-: Nowhere",
            ])
        #expect(found[2].factsByName["start"] == "2026-07-08T19:00+02:00 Europe/Berlin")
    }

    @Test func tellsDaysAsIssuesDo() throws {
        let start = try day("2026-07-08")
        func content(_ begin: EventTime, _ end: EventTime?) -> String {
            let event = EventOccurrence(id: "a", title: "A", url: nil, start: begin, end: end)
            return "\(event.content?.start.description ?? "-") \(event.content?.end?.description ?? "-")"
        }
        #expect(content(.day(start), .day(try day("2026-07-09"))) == "2026-07-08 -")
        #expect(content(.day(start), .day(try day("2026-07-11"))) == "2026-07-08 2026-07-10")
        #expect(
            content(.floating(start, seconds: 72_000), .floating(try day("2026-07-09"), seconds: 7200))
                == "2026-07-08 -")
        #expect(
            content(.floating(start, seconds: 32_400), .floating(try day("2026-07-10"), seconds: 61_200))
                == "2026-07-08 2026-07-10")
    }
}
