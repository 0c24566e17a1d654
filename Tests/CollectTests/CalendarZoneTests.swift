import Newsletter
import Testing

@testable import Collect

@Suite struct CalendarZoneTests {
    /// A zone with the clocks of Berlin, as Outlook defines it.
    private static let definition = """
        BEGIN:VTIMEZONE
        TZID:Our zone
        BEGIN:STANDARD
        DTSTART:16011028T030000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10
        TZOFFSETFROM:+0200
        TZOFFSETTO:+0100
        END:STANDARD
        BEGIN:DAYLIGHT
        DTSTART:16010325T020000
        RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3
        TZOFFSETFROM:+0100
        TZOFFSETTO:+0200
        END:DAYLIGHT
        END:VTIMEZONE

        """

    private func result(_ start: String, before: String = "", after: String = "") async throws -> CollectionResult {
        let calendar = """
            BEGIN:VCALENDAR
            \(before)BEGIN:VEVENT
            UID:1
            SUMMARY:Tea
            \(start)
            END:VEVENT
            \(after)END:VCALENDAR

            """
        return try await collect(
            "  - { source: icalendar, calendars: [{ url: \"https://a/\" }] }\n",
            from: ScriptedWeb(["https://a/": calendar]))
    }

    @Test(
        "Reads the names of zones that calendars have",
        arguments: [
            ("Europe/Berlin", "19:00+02:00 Europe/Berlin"), ("\"Europe/Berlin\"", "19:00+02:00 Europe/Berlin"),
            ("europe/BERLIN", "19:00+02:00 Europe/Berlin"), ("US/Eastern", "19:00-04:00 US/Eastern"),
            ("W. Europe Standard Time", "19:00+02:00 Europe/Berlin"),
            ("w. europe standard time", "19:00+02:00 Europe/Berlin"),
            ("\"Eastern Standard Time\"", "19:00-04:00 America/New_York"),
            ("Pacific Daylight Time", "19:00-07:00 America/Los_Angeles"),
            ("India Standard Time", "19:00+05:30 Asia/Calcutta"), ("UTC", "19:00+00:00 UTC"),
            ("GMT", "19:00+00:00 UTC"),
            ("tzone://Microsoft/Utc", "19:00+00:00 UTC"),
            ("/freeassociation.sourceforge.net/Europe/Berlin", "19:00+02:00 Europe/Berlin"),
            ("/mozilla.org/20050126_1/America/Argentina/Mendoza", "19:00-03:00 America/Argentina/Mendoza"),
            ("\"(UTC+09:00) Osaka, Sapporo, Tokyo\"", "19:00+09:00 Asia/Tokyo"),
            ("\"(UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna\"", "19:00+02:00 Europe/Amsterdam"),
            ("(UTC+01:00) Amsterdam, Berlin", "19:00+02:00 Europe/Amsterdam"),
            ("\"(UTC-05:00) Eastern Time (US & Canada)\"", "19:00-04:00 America/New_York"),
            ("\"(GMT-08:00) Pacific Time (US & Canada); Tijuana\"", "19:00-07:00 America/Los_Angeles"),
            ("Eastern Time (US & Canada)", "19:00-04:00 America/New_York"), ("Berlin", "19:00+02:00 Europe/Berlin"),
            ("PST", "19:00-07:00 America/Los_Angeles"), ("\"(UTC) Coordinated Universal Time\"", "19:00+00:00 UTC"),
        ])
    func readsNames(name: String, time: String) async throws {
        let result = try await result("DTSTART;TZID=\(name):20260709T190000")
        #expect(result.events.map(\.start.description) == ["2026-07-09T\(time)"])
        #expect(result.faults.isEmpty)
    }

    @Test func usesDefinitionsOfOtherZonesWhereverTheyAre() async throws {
        for (before, after) in [(Self.definition, ""), ("", Self.definition)] {
            let result = try await result(
                "DTSTART;TZID=Our zone:20260709T190000", before: before, after: after)
            #expect(result.events.map(\.start.description) == ["2026-07-09T19:00+02:00 Our zone"])
            #expect(result.faults.isEmpty)
        }
        let text = CalendarText(Array(("BEGIN:VCALENDAR\n" + Self.definition).utf8))
        let zone = try #require(text.calendars.first?.zones.first)
        let winter = try #require(ZoneDefinition(zone))
        #expect(winter.offset(at: 1_768_000_000) == 3600)
        // The second before and the second of the change on 29 March 2026.
        #expect([1_774_745_999, 1_774_746_000].map(winter.offset) == [3600, 7200])
    }

    @Test func usesTheLocationOfADefinition() async throws {
        let result = try await result(
            "DTSTART;TZID=Our zone:20260709T190000",
            before: Self.definition.replacing("TZID:Our zone", with: "TZID:Our zone\nX-LIC-LOCATION:Asia/Tokyo"))
        #expect(result.events.map(\.start.description) == ["2026-07-09T19:00+09:00 Asia/Tokyo"])
    }

    @Test(
        "Reports a zone that it doesn't know, and how its times were read",
        arguments: [
            (
                "Middle Earth", "", "2026-07-09T19:00",
                "'TZID' names an unknown time zone, 'Middle Earth'; times were read without a time zone"
            ),
            (
                "Middle Earth", "X-WR-TIMEZONE:Asia/Tokyo\n", "2026-07-09T19:00+09:00 Asia/Tokyo",
                "times were read as those of Asia/Tokyo"
            ),
            (
                "\"(UTC+09:30) Nowhere\"", "", "2026-07-09T19:00+09:30 (UTC+09:30) Nowhere",
                "times were read with its offset all year: 570 minutes"
            ),
            ("../../etc/passwd", "", "2026-07-09T19:00", "names an unknown time zone, '../../etc/passwd'"),
        ])
    func reportsUnknownZones(name: String, before: String, start: String, fault: String) async throws {
        let result = try await result("DTSTART;TZID=\(name):20260709T190000", before: before)
        #expect(result.events.map(\.start.description) == [start])
        #expect(result.faults.count == 1)
        #expect(result.faults.contains { $0.description.contains(fault) }, "\(result.faults)")
    }

    @Test func readsTimesInUTCByTheClockOfTheCalendarsZone() async throws {
        let result = try await result(
            "DTSTART:20260702T020000Z\nRRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3",
            before: "X-WR-TIMEZONE:America/Los_Angeles\n")
        #expect(
            result.events.map(\.start.description) == [
                "2026-07-08T19:00-07:00 America/Los_Angeles", "2026-07-15T19:00-07:00 America/Los_Angeles",
            ])
    }
}
