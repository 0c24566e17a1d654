import Testing

@testable import Collect

@Suite struct CalendarSeriesTests {
    private static func event(_ start: String, _ lines: String..., uid: String? = "1", title: String = "Tea") -> String
    {
        (["BEGIN:VEVENT"] + (uid.map { ["UID:\($0)"] } ?? []) + ["SUMMARY:\(title)", "DTSTART:\(start)"] + lines
            + ["END:VEVENT"]).joined(separator: "\n")
    }

    private static let series = event("20260709T190000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260723T190000Z", "SEQUENCE:1")

    private func days(_ events: [String], first: String = "") throws -> [String] {
        let text = "BEGIN:VCALENDAR\n\(first)" + events.joined(separator: "\n") + "\nEND:VCALENDAR\n"
        let window = TimeWindow(since: week.since, until: week.since + 60 * 86_400)
        let found = try #require(CalendarExpansion.found(in: Array(text.utf8), window: window))
        #expect(found.faults.isEmpty)
        return found.occurrences.map { event in
            let status = event.status == .cancelled ? " off" : ""
            return "\(event.start.description.dropFirst(5).prefix(8)) \(event.title)\(status)"
        }
    }

    @Test(
        "Decides which overrides are in force",
        arguments: [
            (
                "one in another zone",
                [event("20260717T190000Z", "RECURRENCE-ID;TZID=Asia/Tokyo:20260717T040000", title: "New")],
                ["07-09T19 Tea", "07-17T19 New", "07-23T19 Tea"]
            ),
            (
                "one by its day", [event("20260717T190000Z", "RECURRENCE-ID;VALUE=DATE:20260716", title: "New")],
                ["07-09T19 Tea", "07-17T19 New", "07-23T19 Tea"]
            ),
            (
                "an older one after the end",
                [event("20260730T190000Z", "RECURRENCE-ID:20260730T190000Z", title: "New")],
                ["07-09T19 Tea", "07-16T19 Tea", "07-23T19 Tea"]
            ),
            (
                "a newer one after the end",
                [event("20260730T190000Z", "RECURRENCE-ID:20260730T190000Z", "SEQUENCE:2", title: "New")],
                ["07-09T19 Tea", "07-16T19 Tea", "07-23T19 Tea", "07-30T19 New"]
            ),
            (
                "two of one date",
                [
                    event("20260718T190000Z", "RECURRENCE-ID:20260716T190000Z", "SEQUENCE:3", title: "Third"),
                    event("20260717T190000Z", "RECURRENCE-ID:20260716T190000Z", "SEQUENCE:2", title: "Second"),
                ], ["07-09T19 Tea", "07-18T19 Third", "07-23T19 Tea"]
            ),
            (
                "all that follow, in another zone",
                [
                    event(
                        "20260716T200000Z", "RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Asia/Tokyo:20260717T040000",
                        title: "New")
                ],
                ["07-09T19 Tea", "07-16T20 New", "07-23T20 New"]
            ),
            (
                "a cancelled one", [event("20260716T190000Z", "RECURRENCE-ID:20260716T190000Z", "STATUS:CANCELLED")],
                ["07-09T19 Tea", "07-16T19 Tea off", "07-23T19 Tea"]
            ),
        ])
    func decidesOnOverrides(name: String, overrides: [String], expected: [String]) throws {
        #expect(try days([Self.series] + overrides) == expected, "\(name)")
        #expect(try days(overrides + [Self.series]) == expected, "\(name), before the series")
    }

    @Test(arguments: [
        ("SEQUENCE:1", ["07-09T19 Tea"]), ("SEQUENCE:0", ["07-09T19 Tea"]),
        ("SEQUENCE:2", ["07-09T19 Tea", "07-17T19 New"]),
    ])
    func dropsAnOverrideThatTheSeriesExcludes(version: String, expected: [String]) throws {
        let series = Self.event(
            "20260709T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2", "EXDATE:20260716T190000Z", "SEQUENCE:1")
        let override = Self.event("20260717T190000Z", "RECURRENCE-ID:20260716T190000Z", version, title: "New")
        #expect(try days([series, override]) == expected)
    }

    @Test(arguments: [
        ("LAST-MODIFIED:20260601T000000Z", "LAST-MODIFIED:20260602T000000Z", false),
        ("LAST-MODIFIED:20260602T000000Z", "LAST-MODIFIED:20260601T000000Z", true),
        ("DTSTAMP:20260601T000000Z", "DTSTAMP:20260602T000000Z", false),
        ("DTSTAMP:20260601T000000Z", "DTSTAMP:20260601T000000Z", true),
    ])
    func comparesDatesOfChangesWithoutASequence(override: String, series: String, isKept: Bool) throws {
        let found = try days([
            Self.event("20260709T190000Z", "RRULE:FREQ=WEEKLY;UNTIL=20260710T000000Z", series),
            Self.event("20260717T190000Z", "RECURRENCE-ID:20260716T190000Z", override, title: "New"),
        ])
        #expect(found == ["07-09T19 Tea"] + (isKept ? ["07-17T19 New"] : []))
    }

    @Test func keepsAllDatesOfASeriesThatAServerListed() throws {
        #expect(
            try days([
                Self.event("20260709T190000Z"), Self.event("20260716T190000Z"), Self.event("20260716T190000Z"),
                Self.event("20260723T190000Z", "SEQUENCE:4"),
            ]) == ["07-09T19 Tea", "07-16T19 Tea", "07-23T19 Tea"])
    }

    @Test func usesTheNewestVersionOfAnEvent() throws {
        #expect(
            try days([
                Self.event("20260709T190000Z", "SEQUENCE:2", title: "New"),
                Self.event("20260716T190000Z", "SEQUENCE:1"),
            ])
                == ["07-09T19 New"])
    }

    @Test(arguments: ["0", "", "null", nil])
    func keepsEventsWithoutAnIdentifierOfTheirOwn(uid: String?) throws {
        #expect(
            try days([
                Self.event("20260709T190000Z", "SEQUENCE:1", uid: uid),
                Self.event("20260709T190000Z", "SEQUENCE:2", uid: uid, title: "Coffee"),
            ]) == ["07-09T19 Coffee", "07-09T19 Tea"])
    }

    /// Events that share a `UID`, or have none, are still distinguished, and are the same in the next week.
    @Test(arguments: ["a", "0", "000", "", "undefined", "00000000-0000-0000-0000-000000000000"])
    func identifiesEventsThatShareAnIdentifier(uid: String) throws {
        let events = [
            Self.event("20260709T190000Z", uid: uid), Self.event("20260709T190000Z", uid: uid, title: "Cake"),
            Self.event("20260716T190000Z", uid: uid), Self.event("20260723T190000Z", uid: uid),
        ]
        func ids(_ events: [String]) throws -> [String] {
            let text = "BEGIN:VCALENDAR\n" + events.joined(separator: "\n") + "\nEND:VCALENDAR\n"
            let window = TimeWindow(since: week.since, until: week.since + 60 * 86_400)
            return try #require(CalendarExpansion.found(in: Array(text.utf8), window: window)).occurrences.map(\.id)
        }
        let found = try ids(events)
        #expect(Set(found).count == 4)
        #expect(Set(try ids(events.reversed())) == Set(found))
    }

    @Test func readsWhatACalendarCancels() throws {
        #expect(try days([Self.event("20260709T190000Z")], first: "METHOD:CANCEL\n") == ["07-09T19 Tea off"])
    }

    @Test func findsWhatWasMovedAcrossTheBorders() throws {
        #expect(
            try days([
                Self.event("20260601T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2"),
                Self.event("20260710T190000Z", "RECURRENCE-ID:20260608T190000Z", title: "Later"),
                Self.event("20270101T190000Z", "RRULE:FREQ=WEEKLY;COUNT=2", uid: "2"),
                Self.event("20260711T190000Z", "RECURRENCE-ID:20270108T190000Z", uid: "2", title: "Earlier"),
                Self.event("20260712T190000Z", "RECURRENCE-ID:20260713T190000Z", uid: "3", title: "Alone"),
            ]) == ["07-10T19 Later", "07-11T19 Earlier", "07-12T19 Alone"])
    }
}
