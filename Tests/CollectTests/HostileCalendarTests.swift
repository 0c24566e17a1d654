import Testing

@testable import Collect

@Suite struct HostileCalendarTests {
    private static func event(_ lines: String..., uid: String = "1", start: String = "20260710T190000Z") -> String {
        (["BEGIN:VEVENT", "UID:\(uid)", "DTSTART:\(start)", "SUMMARY:Tea"] + lines + ["END:VEVENT"]).joined(
            separator: "\r\n")
    }

    private static func calendar(_ parts: String...) -> String {
        (["BEGIN:VCALENDAR", "VERSION:2.0"] + parts + ["END:VCALENDAR", ""]).joined(separator: "\r\n")
    }

    private static func many(_ count: Int, _ line: (Int) -> String) -> String {
        (0..<count).map(line).joined(separator: "\r\n")
    }

    private func result(_ text: String) async throws -> CollectionResult {
        try await collect(
            "  - { source: icalendar, calendars: [ { url: \"https://a.example/c\" } ] }\n",
            from: ScriptedWeb(["https://a.example/c": text]))
    }

    @Test(arguments: [
        ("each second", calendar(event("RRULE:FREQ=SECONDLY")), "there are more than 5000 candidates"),
        (
            "each second from 1970", calendar(event("RRULE:FREQ=SECONDLY", start: "19700101T000000Z")),
            "there are more than 5000 candidates"
        ),
        (
            "many series", calendar(many(30) { event("RRULE:FREQ=HOURLY", uid: "\($0)", start: "20100101T000000Z") }),
            "there are more than 5000 candidates"
        ),
        (
            "a long count",
            calendar(event("RRULE:FREQ=SECONDLY;COUNT=2147483647", start: "19700101T000000Z")),
            "the rule of the series 'Tea' (UID '1') takes too long to expand, so later dates are missing"
        ),
        (
            "many long counts",
            calendar(
                many(30) { event("RRULE:FREQ=SECONDLY;COUNT=2147483647", uid: "\($0)", start: "19700101T000000Z") }),
            "the rules of 30 series, such as 'Tea' (UID '0'), take too long to expand"
        ),
        ("many events", calendar(many(6_000) { event(uid: "\($0)") }), "there are more than 5000 candidates"),
        ("events without a start", calendar(many(1_000) { event(uid: "\($0)", start: "x") }), "(and 997 more like it)"),
        (
            "a long summary",
            calendar(event().replacing("SUMMARY:Tea", with: "SUMMARY:" + String(repeating: "x", count: 100_000))),
            "'title' was cut at 1000"
        ),
        (
            "a long UID", calendar(event(uid: String(repeating: "x", count: 3_000))),
            "an identifier is longer than 2000 bytes"
        ),
        ("nested", String(repeating: "BEGIN:VEVENT\r\n", count: 300_000), "'BEGIN:VCALENDAR' is missing"),
        (
            "nested and folded", String(repeating: "BEG\r\n IN:VEVENT\r\n", count: 300_000),
            "'BEGIN:VCALENDAR' is missing"
        ),
    ])
    func reportsInAFewSentences(name: String, text: String, sentence: String) async throws {
        let result = try await result(text)
        #expect(result.events.count <= 5_000)
        #expect(result.faults.count <= 5)
        #expect(result.faults.contains { $0.description.contains(sentence) }, "\(name): \(result.faults)")
    }

    /// What would be compared each with each, or followed through centuries.
    @Test(arguments: [
        ("a day that never comes", calendar(event("RRULE:FREQ=SECONDLY;BYMONTH=2;BYMONTHDAY=30")), 1),
        (
            "rules that never match",
            calendar(many(3_000) { event("RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30", uid: "\($0)") }), 3_000
        ),
        (
            "exceptions",
            calendar(
                event("RRULE:FREQ=DAILY;COUNT=3", many(20_000) { "EXDATE:\(20260103 + $0 % 5)T19\(10 + $0 % 50)00Z" })),
            3
        ),
        (
            "dates",
            calendar(event(many(20_000) { "RDATE:20260711T1\($0 % 10)\(10 + $0 / 10 % 50)\(10 + $0 / 500 % 40)Z" })),
            5_000
        ),
        (
            "overrides",
            calendar(
                event("RRULE:FREQ=DAILY;COUNT=3"),
                many(20_000) {
                    event(
                        "RECURRENCE-ID:\(20100101 + $0 % 28)T19\(10 + $0 % 50)\(10 + $0 / 50 % 50)Z",
                        start: "20100101T000000Z")
                }), 3
        ),
        (
            "a description",
            calendar(
                event(
                    "RRULE:FREQ=DAILY", "DESCRIPTION:\(String(repeating: "x", count: 500_000))",
                    start: "20000101T190000Z")), 28
        ),
    ])
    func readsManyOfAKind(name: String, text: String, count: Int) async throws {
        let result = try await result(text)
        #expect(result.events.count == count, "\(name): \(result.faults)")
    }

    @Test(arguments: ["FREQ=SECONDLY", "FREQ=YEARLY;BYSECOND=0,1,2,3;BYMINUTE=0,1,2,3", "FREQ=DAILY"])
    func passesOverAZoneThatChangesAllTheTime(rule: String) async throws {
        let zone = """
            BEGIN:VTIMEZONE\r
            TZID:Odd\r
            BEGIN:STANDARD\r
            DTSTART:19700101T000000\r
            TZOFFSETFROM:+0100\r
            TZOFFSETTO:+0200\r
            RRULE:\(rule)\r
            END:STANDARD\r
            END:VTIMEZONE
            """
        let event = Self.event().replacing("DTSTART:20260710T190000Z", with: "DTSTART;TZID=Odd:20260710T190000")
        let result = try await result(Self.calendar(zone, event))
        #expect(result.events.map(\.start.zone) == [nil])
        #expect(result.faults.map(\.field) == ["TZID"])
    }

    @Test func comparesMomentsAsTheyAreMeant() throws {
        let same = CalendarLibrary.withZones { zones in
            let day = CalendarMoment(wall: 86_400, zone: .day)
            let utc = CalendarMoment(wall: 90_000, zone: .utc)
            let floating = CalendarMoment(wall: 90_000, zone: .floating)
            let later = CalendarMoment(wall: 90_001, zone: .utc)
            return [day, utc, floating, later].map { known in
                [day, utc, floating, later].map { CalendarMomentIndex(zones, [known]).contains($0) }
            }
        }
        #expect(
            same == [
                [true, true, true, true], [true, true, true, false], [true, true, true, false],
                [true, false, false, true],
            ])
    }
}
