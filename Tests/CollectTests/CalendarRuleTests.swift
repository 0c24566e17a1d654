import Testing

@testable import Collect
import Text

@Suite struct CalendarRuleTests {
    private func result(_ start: String, _ lines: String) async throws -> CollectionResult {
        let calendar =
            "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nSUMMARY:Tea\nDTSTART\(start)\n\(lines)\nEND:VEVENT\nEND:VCALENDAR\n"
        return try await collect(
            "  - { source: icalendar, calendars: [{ url: \"https://a/\" }] }\n",
            from: ScriptedWeb(["https://a/": calendar]))
    }

    @Test(
        "Repairs rules whose meaning is certain",
        arguments: [
            ("FREQ=WEEKLY;UNTIL=20260723;COUNT=-1;INTERVAL=1", 3), ("FREQ=WEEKLY;COUNT=3;X-FOO=1", 3),
            ("FREQ=WEEKLY;UNTIL=20260723;COUNT=10", 3), ("FREQ=WEEKLY;UNTIL=20270101;COUNT=3", 3),
            ("FREQ=WEEKLY; COUNT=3", 3), ("freq=weekly;count=3", 3), ("FREQ=WEEKLY;COUNT=3;", 3),
            (";FREQ=WEEKLY;COUNT=3", 3),
            ("FREQ=WEEKLY;COUNT=3;COUNT=3", 3), ("FREQ=WEEKLY;CO\n UNT=3;BYDAY=TH", 3), ("COUNT=2;FREQ=WEEKLY", 2),
            ("RSCALE=GREGORIAN;FREQ=WEEKLY;SKIP=OMIT;COUNT=3", 3), ("FREQ=WEEKLY;UNTIL=20260723T235959Z", 3),
            ("FREQ=WEEKLY;UNTIL=2026-07-23", 3), ("FREQ=WEEKLY;BYDAY=;COUNT=3", 3),
            ("FREQ=WEEKLY;BYDAY=Thursday;COUNT=3", 3),
        ])
    func repairsRules(rule: String, count: Int) async throws {
        let result = try await result(";VALUE=DATE:20260709", "RRULE:\(rule)")
        #expect(result.events.count == count)
        #expect(result.faults.isEmpty, "\(result.faults)")
    }

    @Test(
        "Reports what it can't read of a rule",
        arguments: [
            (
                "COUNT=3", 1,
                "'VEVENT[0].RRULE' of 'Tea' (UID '1') can't be read: 'COUNT=3'; its dates are missing"
            ),
            ("FREQ=FORTNIGHTLY", 1, "can't be read: 'FREQ=FORTNIGHTLY'"), ("FREQ=WEEKLY;COUNT=0", 1, "can't be read"),
            ("FREQ=WEEKLY;COUNT=many", 1, "can't be read"), ("FREQ=WEEKLY;UNTIL=Christmas", 1, "can't be read"),
            ("RSCALE=CHINESE;FREQ=YEARLY", 1, "can't be read"), ("W1 TU TH #3", 1, "can't be read"),
            (
                "FREQ=WEEKLY;COUNT=3;BYDAY=1", 3,
                "has a part that isn't valid: 'BYDAY=1'; it was ignored, so dates may be wrong"
            ),
            ("FREQ=WEEKLY;COUNT=3;BYDAY=TH,XX", 3, "isn't valid: 'BYDAY=TH,XX'"),
            ("FREQ=WEEKLY;COUNT=3;INTERVAL=0", 3, "isn't valid: 'INTERVAL=0'"),
            ("FREQ=WEEKLY;COUNT=3;BYMONTH=13", 3, "isn't valid: 'BYMONTH=13'"),
            ("FREQ=WEEKLY;COUNT=3;COUNT=4", 3, "isn't valid: 'COUNT=4'"),
            ("FREQ=WEEKLY;COUNT=3;BYEASTER=0", 3, "BYEASTER=0"),
            ("FREQ=WEEKLY;COUNT=3;SKIP=FORWARD", 3, "SKIP=FORWARD"), ("FREQ=WEEKLY;COUNT=3;WKST=8", 3, "WKST=8"),
            ("FREQ=WEEKLY;COUNT=3;BYDAY=-9223372036854775808TH", 3, "BYDAY=-9223372036854775808TH"),
            ("FREQ=WEEKLY;COUNT=3;BYMONTHDAY=-9223372036854775808", 3, "BYMONTHDAY=-9223372036854775808"),
        ])
    func reportsRules(rule: String, count: Int, fault: String) async throws {
        let result = try await result(";VALUE=DATE:20260709", "RRULE:\(rule)")
        #expect(result.events.count == count)
        #expect(result.faults.contains { $0.description.contains(fault) }, "\(result.faults)")
    }

    @Test(
        "Reads the end of a series in the form of its start",
        arguments: [
            (";TZID=America/New_York:20260709T190000", "20260723", 3),
            (";TZID=America/New_York:20260709T190000", "20260723T190000", 3),
            (";TZID=America/New_York:20260709T190000", "20260723T230000Z", 3),
            (";TZID=America/New_York:20260709T190000", "20260723T225959Z", 2),
            (":20260709T190000Z", "20260723", 3), (":20260709T190000", "20260723T190000Z", 3),
            (";VALUE=DATE:20260709", "20260723T000000Z", 3), (";VALUE=DATE:20260709", "20260722", 2),
            (";VALUE=DATE:20260709", "20260601", 0),
        ])
    func readsTheEnd(start: String, until: String, count: Int) async throws {
        let result = try await result(start, "RRULE:FREQ=WEEKLY;UNTIL=\(until)")
        #expect(result.events.count == count)
        #expect(result.faults.isEmpty)
    }

    @Test(
        "Combines rules, further dates and exceptions",
        arguments: [
            ("RRULE:FREQ=WEEKLY;COUNT=2\nRRULE:FREQ=DAILY;INTERVAL=5;COUNT=2", ["09", "14", "16"]),
            ("RRULE:FREQ=WEEKLY\nEXRULE:FREQ=WEEKLY;INTERVAL=2", ["16", "30"]),
            ("RDATE:20260711T190000Z,20260713T190000Z", ["09", "11", "13"]),
            ("RDATE;VALUE=PERIOD:20260711T190000Z/PT3H", ["09", "11"]),
            ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;TZID=Asia/Tokyo:20260717T040000", ["09", "23"]),
            ("RRULE:FREQ=WEEKLY;COUNT=3\nEXDATE;VALUE=DATE:20260709,20260716", ["23"]),
        ])
    func combinesRules(lines: String, days: [String]) async throws {
        let result = try await result(":20260709T190000Z", lines)
        #expect(result.events.compactMap { $0.start.date?.description } == days.map { "2026-07-\($0)" })
        #expect(result.faults.isEmpty)
    }

    @Test(
        "Reports dates that it can't read",
        arguments: [
            ("EXDATE:20260732T190000Z", "VEVENT[0].EXDATE"), ("RDATE:tomorrow", "VEVENT[0].RDATE"),
            ("DTEND:2026", "VEVENT[0].DTEND"), ("DURATION:two hours", "VEVENT[0].DURATION"),
            ("DTEND:20260709T180000Z", "VEVENT[0].DTEND"), ("RECURRENCE-ID:first", "VEVENT[0].RECURRENCE-ID"),
        ])
    func reportsDates(line: String, field: String) async throws {
        let result = try await result(":20260709T190000Z", line)
        #expect(result.events.count == 1)
        #expect(result.events.first?.end == nil)
        #expect(result.faults.map(\.field) == [field])
    }
}
