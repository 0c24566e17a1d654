import TestKit
import Testing

@testable import Build

/// Times of day on the page of events and in calendars.
@Suite struct EventTimeOutputTests {
    private func weekly(_ events: String, settings: String = "") async throws -> MemoryPublication {
        try await MemoryPublication.built([
            "sennight.yaml":
                "title: W\nurl: https://w.example.org/\ntimezone: Europe/Berlin\nsections: [{ kind: events, headings: [Events] }]\n"
                + settings,
            "content/1.md": "Title: One\nNumber: 1\nDate: 2026-10-21\n\n## Events\n\n\(events)",
        ])
    }

    private func event(_ when: String, _ place: String, _ name: String = "tea") -> String {
        "* \(when) | \(place) | [Club](https://club.example/)\n    * [**\(name)**](https://club.example/\(name))\n"
    }

    private func calendar(_ when: String, _ place: String = "Madrid, ES") async throws -> String {
        try await weekly(event(when, place)).text("events.ics").replacing("\r\n", with: "\n")
    }

    @Test func writesAZone() async throws {
        let text = try await calendar("2026-11-08 18:00–20:00 Europe/Madrid")
        #expect(
            text.contains(
                """
                BEGIN:VTIMEZONE
                TZID:Europe/Madrid
                BEGIN:STANDARD
                DTSTART:19700101T000000
                TZOFFSETFROM:+0100
                TZOFFSETTO:+0100
                END:STANDARD
                END:VTIMEZONE
                BEGIN:VEVENT
                """))
        #expect(
            text.contains(
                "DTSTART;TZID=Europe/Madrid:20261108T180000\nDTEND;TZID=Europe/Madrid:20261108T200000\n"))
    }

    @Test func writesSummerTime() async throws {
        let text = try await calendar("2026-10-24 09:30 - 2026-10-26 17:00 Europe/Madrid")
        #expect(text.contains("DTEND;TZID=Europe/Madrid:20261026T170000\n"))
        #expect(
            text.contains(
                "BEGIN:STANDARD\nDTSTART:20261025T030000\nTZOFFSETFROM:+0200\nTZOFFSETTO:+0100\nEND:STANDARD\n"))
    }

    @Test(arguments: [
        ("2026-11-08 18:00", "Madrid, ES", "DTSTART:20261108T180000\nSUMMARY"),
        ("2026-11-08 22:00–01:00", "Madrid, ES", "DTSTART:20261108T220000\nDTEND:20261109T010000\n"),
        ("2026-11-08 22:00–01:00 UTC", "Madrid, ES", "DTSTART:20261108T220000Z\nDTEND:20261109T010000Z\n"),
        ("2026-11-08 09:00 - 2026-11-09", "Madrid, ES", "DTSTART:20261108T090000\nDTEND:20261110T000000\n"),
        ("2026-11-08 18:00", "Virtual", "DTSTART;TZID=Europe/Berlin:20261108T180000\n"),
        ("2026-11-08", "Virtual", "DTSTART;VALUE=DATE:20261108\nDTEND;VALUE=DATE:20261109\n"),
        ("2026-11-08 18:00 Europe/Madrd", "Madrid, ES", "DTSTART:20261108T180000\nSUMMARY"),
    ])
    func writesTimes(when: String, place: String, lines: String) async throws {
        #expect(try await calendar(when, place).contains(lines))
    }

    @Test func writesWhereAnEventIs() async throws {
        let virtual = try await calendar("2026-11-08", "Virtual (Calle Mayor 1, Madrid)")
        #expect(virtual.contains("\nLOCATION:Online\n") && !virtual.contains("Calle"))
        #expect(virtual.contains("\nCONFERENCE;VALUE=URI:https://club.example/tea\n"))
        let hybrid = try await calendar("2026-11-08", "Hybrid (Calle Mayor 1)")
        #expect(hybrid.contains("\nLOCATION:Calle Mayor 1\n") && hybrid.contains("\nCONFERENCE;VALUE=URI:"))
        let inPerson = try await calendar("2026-11-08", "Calle Mayor 1")
        #expect(inPerson.contains("\nLOCATION:Calle Mayor 1\n") && !inPerson.contains("CONFERENCE"))
    }

    @Test func givesEachEventACalendarOfItsOwn() async throws {
        let weekly = try await weekly(
            event("2026-11-08 18:00", "Madrid, ES") + event("2026-11-09", "Madrid, ES", "coffee"))
        let page = weekly.text("events/index.html")
        let links = page.matches(of: /href="\/(events\/[0-9a-f]{32}\.ics)" aria-label="Add to calendar: (\w+)"/)
        #expect(links.map { String($0.2) } == ["tea", "coffee"])
        for link in links {
            let text = weekly.text(String(link.1))
            #expect(text.contains("SUMMARY:\(link.2)\r\n"))
            #expect(text.split(separator: "BEGIN:VEVENT").count == 2)
        }
    }

    @Test func showsTimes() async throws {
        let page = try await weekly(event("2026-11-08 18:00–20:00 Europe/Madrid", "Madrid, ES")).text(
            "events/index.html")
        #expect(
            page.contains(
                "<time datetime=\"2026-11-08T18:00\">Sunday, 8 November 2026</time><br>18:00–20:00 (Europe/Madrid)"))
        let german = try await weekly(event("2026-11-08 18:00", "Bonn, DE"), settings: "language: de\n")
        #expect(german.text("events/index.html").contains("<br>18:00 Uhr</p>"))
    }
}
