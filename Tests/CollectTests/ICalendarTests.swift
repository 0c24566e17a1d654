import Context
import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct ICalendarTests {
    private static let calendar = """
        BEGIN:VCALENDAR\r
        X-WR-CALNAME:A calendar\r
        BEGIN:VEVENT\r
        UID:a\r
        DTSTART;TZID=Europe/Berlin:20260709T190000\r
        DTEND;TZID=Europe/Berlin:20260709T210000\r
        RRULE:FREQ=WEEKLY\r
        SUMMARY:Hack and Learn\r
        LOCATION:Club\\, Some Street 20\\, 10179 Berlin\\, Germany\r
        URL:https://example.org/hack\r
        END:VEVENT\r
        END:VCALENDAR\r

        """

    @Test func bringsWhatLiesAhead() async throws {
        let result = try await collect(
            """
              - source: icalendar
                calendars:
                  - { url: "https://a/c.ics" }
                  - { url: "https://a/d.ics", organizer: Rust X, organizer-url: "https://x/", place: "Oslo, NO", mode: hybrid }
                  - { url: "https://a/page" }
            """,
            eventDays: 14,
            from: ScriptedWeb([
                "https://a/c.ics": Self.calendar,
                "https://a/d.ics": Self.calendar.replacing(
                    "LOCATION:Club\\, Some Street 20\\, 10179 Berlin\\, Germany\r\n", with: ""),
                "https://a/page": "<html>",
            ]))
        #expect(
            result.events.map { $0.start.date?.description } == [
                "2026-07-09", "2026-07-16", "2026-07-09", "2026-07-16",
            ])
        let (first, third) = (result.events[0], result.events[2])
        #expect(
            first.place
                == EventLocation(venue: "Club, Some Street 20, 10179 Berlin, Germany", city: "Berlin", country: "DE"))
        #expect(first.organizers == [.init(name: "A calendar", url: nil)])
        #expect(third.organizers == [.init(name: "Rust X", url: "https://x/")])
        #expect(third.place == EventLocation(place: "Oslo, NO"))
        #expect(third.mode == .hybrid)
        #expect(
            result.faults.map(\.description) == [
                "icalendar: https://a/page: 'BEGIN:VCALENDAR' is missing. Check that the URL is that of a calendar (.ics), not of a web page"
            ])
    }

    @Test func namesAStartThatCannotBeRead() async throws {
        let broken =
            "BEGIN:VEVENT\r\nUID:b\r\nDTSTART;TZID=Europe/Berlin:2026-09-24 19:00\r\nEND:VEVENT\r\nEND:VCALENDAR"
        let result = try await collect(
            "  - { source: icalendar, calendars: [{ url: \"https://a/c.ics\" }] }", eventDays: 14,
            from: ScriptedWeb(["https://a/c.ics": Self.calendar.replacing("END:VCALENDAR", with: broken)]))
        #expect(result.events.count == 2)
        #expect(
            result.faults.map(\.description) == [
                "icalendar: https://a/c.ics: 'VEVENT[1].DTSTART' is missing or can't be read, so the event '' (UID 'b') is left out. Ask the calendar's owner to correct it"
            ])
    }

    @Test func namesFaultsOfItsSettings() throws {
        #expect(
            try faults("  - { source: icalendar, calendars: [{ url: \"https://a\", mode: both }] }\n") == [
                "sennight.yaml:4:64: error: 'icalendar.calendars[1].mode' can't be 'both'. Choose one of: in-person, virtual, hybrid"
            ])
    }
}

@Suite struct PostalAddressTests {
    @Test(
        arguments: [
            ("Club, Some Street 20, 10179 Berlin, Germany", "Berlin, DE"),
            ("Hall 3, 123 Main St, Seattle, WA 98101, USA", "Seattle, WA, US"),
            ("1 King St W, Toronto, ON M5H 1A1, Canada", "Toronto, ON, CA"), ("Denver, CO", "Denver, CO, US"),
            ("Some Road 1, London SE1 9GF, UK", "London, UK"), ("Tokyo, Japan", "Tokyo, JP"),
            ("123 Main St, Denver, CO 80202", "Denver, CO, US"),
            ("Oslo, Norway", "Oslo, NO"), ("Room 5", nil), ("", nil), ("12345", nil), ("Singapore", "SG"),
        ] as [(String, String?)])
    func findsCityAndCountry(address: String, text: String?) {
        #expect(EventLocation(address: address)?.text == text)
    }
}
