import Newsletter
import Testing

@testable import Collect
import Text

@Suite struct CalendarExpansionTests {
    @Test(arguments: RecurrenceCase.all)
    func expandsAsAnIndependentLibraryDoes(_ recurrence: RecurrenceCase) throws {
        let window = TimeWindow(
            since: try #require(Timestamp.rfc3339(recurrence.since)),
            until: try #require(Timestamp.rfc3339(recurrence.until)))
        let occurrences = try #require(
            CalendarExpansion.found(in: Array(recurrence.calendar.utf8), window: window)
        ).occurrences
        let found = occurrences.map { occurrence in
            let status = occurrence.status == .cancelled ? " CANCELLED" : ""
            return "\(compared(occurrence.start)) \(compared(occurrence.end)) \(occurrence.title)\(status)"
        }
        let expected = recurrence.events.map { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            return "\(compared(words[0])) \(compared(words[1])) \(words[2])"
        }
        #expect(found == expected)
    }

    @Test func holdsThirtyCasesAndMore() {
        #expect(RecurrenceCase.all.count >= 30)
        #expect(Set(RecurrenceCase.all.map(\.name)).count == RecurrenceCase.all.count)
    }

    /// Instants as UTC, days and floating times as they are.
    private func compared(_ time: EventTime?) -> String {
        switch time {
        case .day(let date): date.description
        case .floating(let date, _): "\(date)T\(time?.clock ?? ""):00"
        case .zoned(let instant, _, _): Timestamp.text(instant)
        case nil: "-"
        }
    }

    private func compared(_ text: String) -> String {
        guard let local = Timestamp.local(text), let offset = local.offset else { return text }
        return Timestamp.text(local.seconds - offset)
    }
}

@Suite struct CalendarTextTests {
    private func occurrences(_ event: String, calendar: String = "") throws -> [EventOccurrence] {
        let text = "BEGIN:VCALENDAR\r\n\(calendar)BEGIN:VEVENT\r\n\(event)\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
        return try #require(
            CalendarExpansion.found(
                in: Array(text.utf8), window: TimeWindow(since: 1_780_000_000, until: 1_790_000_000))
        ).occurrences
    }

    @Test func tellsTheDayAtThePlace() throws {
        let found = try occurrences("UID:a\r\nDTSTART;TZID=America/Los_Angeles:20260708T190000\r\nSUMMARY:A")
        #expect(found.map { $0.start.description } == ["2026-07-08T19:00-07:00 America/Los_Angeles"])
        #expect(found.first?.end == nil)
    }

    @Test func looksAtTheClockOfTheCalendarsOwnZone() throws {
        let found = try occurrences(
            "UID:a\r\nDTSTART:20260709T020000Z\r\nDTEND:20260709T040000Z\r\nSUMMARY:A",
            calendar: "X-WR-TIMEZONE:America/Los_Angeles\r\nX-WR-CALNAME:Rust\\, Portland\r\n")
        #expect(found.map { $0.start.description } == ["2026-07-08T19:00-07:00 America/Los_Angeles"])
        #expect(found.first?.organizers.map(\.name) == ["Rust, Portland"])
    }

    @Test func tellsWhatWasMoved() throws {
        let found = try occurrences(
            """
            UID:a\r
            DTSTART;TZID=Europe/Berlin:20260701T190000\r
            RRULE:FREQ=WEEKLY;COUNT=2\r
            SUMMARY:A\r
            URL:https://example.org/a\r
            END:VEVENT\r
            BEGIN:VEVENT\r
            UID:a\r
            RECURRENCE-ID;TZID=Europe/Berlin:20260708T190000\r
            DTSTART;TZID=Europe/Berlin:20260709T190000\r
            STATUS:TENTATIVE
            """)
        #expect(
            found.map(\.id) == ["a/2026-07-01T19:00+02:00 Europe/Berlin", "a/2026-07-08T19:00+02:00 Europe/Berlin"])
        #expect(found.map { $0.movedFrom?.description } == [nil, "2026-07-08T19:00+02:00 Europe/Berlin"])
        #expect(found.map(\.title) == ["A", "A"])
        #expect(found.map(\.url) == ["https://example.org/a", "https://example.org/a"])
        #expect(found.map(\.status) == [.confirmed, .tentative])
    }

    @Test(arguments: [
        (
            "LOCATION:Main Street 1\\, Portland", Event.Mode.inPerson, "Main Street 1, Portland" as String?,
            nil as String?
        ),
        ("LOCATION:https://luma.com/abc", .virtual, nil, "https://luma.com/abc"),
        ("DESCRIPTION:Come!\\n\\nSee https://luma.com/xyz.\\nBye", .inPerson, nil, "https://luma.com/xyz"),
        ("URL:https://example.org/e\r\nLOCATION:Zoom", .virtual, "Zoom", "https://example.org/e"),
        (
            "URL:https://example.org/e\r\nLOCATION:Hybrid: Hall 3 and https://zoom.us/j/1", .hybrid,
            "Hybrid: Hall 3 and https://zoom.us/j/1", "https://example.org/e"
        ),
    ])
    func findsLinkVenueAndMode(lines: String, mode: Event.Mode, venue: String?, url: String?) throws {
        let event = try #require(try occurrences("UID:a\r\nDTSTART:20260709T020000Z\r\nSUMMARY:A\r\n" + lines).first)
        #expect(event.mode == mode)
        #expect(event.place.venue == venue)
        #expect(event.url == url)
    }

    @Test(arguments: [
        "", "<html></html>", "BEGIN:VEVENT\r\nDTSTART:20260709T020000Z\r\nEND:VEVENT\r\n", "BEGIN:VCALENDAR",
        "BEGIN:VCARD\r\nVERSION:3.0\r\nEND:VCARD\r\n",
    ])
    func knowsWhatIsNoCalendar(text: String) {
        let found = CalendarExpansion.found(in: Array(text.utf8), window: week)
        #expect(found?.occurrences.isEmpty ?? true)
    }

    @Test(arguments: [
        "DTSTART:20260709T020000Z\r\nRRULE:FREQ=SECONDLY", "DTSTART:20260230T020000Z\r\nSUMMARY:no such day",
        "DTSTART:99999999T999999Z", "DTSTART:20260709T020000Z\r\nRRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31",
        "DTSTART:20260709T020000Z\r\nRRULE:FREQ=NEVER;INTERVAL=0", "DTSTART:00000101\r\nDTEND:20260709T020000Z",
        "DTSTART:20260709T020000Z\r\nDURATION:forever\r\nEXDATE:\r\nRDATE:x\r\nRECURRENCE-ID:",
        "DTSTART;TZID=Nowhere/At_All:20260709T020000\r\nSUMMARY:A",
    ])
    func survivesOddEvents(event: String) throws {
        let found = try occurrences("UID:a\r\n" + event)
        #expect(found.allSatisfy { $0.start.date != nil })
    }

    @Test func survivesCutTexts() {
        let text = Array(RecurrenceCase.all[31].calendar.utf8)
        for length in stride(from: 0, to: text.count, by: 7) {
            _ = CalendarExpansion.found(in: Array(text[..<length]), window: week)
        }
    }
}
