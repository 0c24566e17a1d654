import Testing

/// A calendar, a window, and what PyPI's `recurring-ical-events` 3.8.2 (with icalendar 7.3.0) says happens in it.
///
/// Every event: start, end, title; days and floating times without an offset. The window's borders are midnights UTC.
struct RecurrenceCase: Sendable, CustomTestStringConvertible {
    var name: String
    var since: String
    var until: String
    var lines: [String]
    var events: [String]

    var testDescription: String { name }

    init(_ name: String, _ since: String, _ until: String, _ calendar: String, _ events: String) {
        (self.name, self.since, self.until) = (name, since, until)
        lines = calendar.split(separator: "\n").map(String.init)
        self.events = events.split(separator: "\n").map(String.init)
    }

    var calendar: String {
        (["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//test//test//EN"] + lines + ["END:VCALENDAR", ""])
            .joined(separator: "\r\n")
    }

    static let rules = [
        RecurrenceCase(
            "weekly over the change to summer time", "2026-03-15", "2026-04-12",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260317T190000
            DTEND;TZID=Europe/Berlin:20260317T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-03-17T19:00:00+01:00 2026-03-17T21:00:00+01:00 A
            2026-03-24T19:00:00+01:00 2026-03-24T21:00:00+01:00 A
            2026-03-31T19:00:00+02:00 2026-03-31T21:00:00+02:00 A
            2026-04-07T19:00:00+02:00 2026-04-07T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "weekly over the change to winter time", "2026-10-10", "2026-11-10",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=America/New_York:20260101T183000
            DURATION:PT2H
            RRULE:FREQ=WEEKLY;BYDAY=TH
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-10-15T18:30:00-04:00 2026-10-15T20:30:00-04:00 A
            2026-10-22T18:30:00-04:00 2026-10-22T20:30:00-04:00 A
            2026-10-29T18:30:00-04:00 2026-10-29T20:30:00-04:00 A
            2026-11-05T18:30:00-05:00 2026-11-05T20:30:00-05:00 A
            """),
        RecurrenceCase(
            "every second week, from years ago", "2026-07-01", "2026-08-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20190103T190000
            DTEND;TZID=Europe/Berlin:20190103T213000
            RRULE:FREQ=WEEKLY;INTERVAL=2
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-07-09T19:00:00+02:00 2026-07-09T21:30:00+02:00 A
            2026-07-23T19:00:00+02:00 2026-07-23T21:30:00+02:00 A
            """),
        RecurrenceCase(
            "second Tuesday of the month", "2026-06-01", "2026-12-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=America/New_York:20260113T180000
            DTEND;TZID=America/New_York:20260113T200000
            RRULE:FREQ=MONTHLY;BYDAY=2TU
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-09T18:00:00-04:00 2026-06-09T20:00:00-04:00 A
            2026-07-14T18:00:00-04:00 2026-07-14T20:00:00-04:00 A
            2026-08-11T18:00:00-04:00 2026-08-11T20:00:00-04:00 A
            2026-09-08T18:00:00-04:00 2026-09-08T20:00:00-04:00 A
            2026-10-13T18:00:00-04:00 2026-10-13T20:00:00-04:00 A
            2026-11-10T18:00:00-05:00 2026-11-10T20:00:00-05:00 A
            """),
        RecurrenceCase(
            "last Wednesday by BYSETPOS", "2026-01-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260128T190000
            DTEND;TZID=Europe/Berlin:20260128T200000
            RRULE:FREQ=MONTHLY;BYDAY=WE;BYSETPOS=-1
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-01-28T19:00:00+01:00 2026-01-28T20:00:00+01:00 A
            2026-02-25T19:00:00+01:00 2026-02-25T20:00:00+01:00 A
            2026-03-25T19:00:00+01:00 2026-03-25T20:00:00+01:00 A
            2026-04-29T19:00:00+02:00 2026-04-29T20:00:00+02:00 A
            2026-05-27T19:00:00+02:00 2026-05-27T20:00:00+02:00 A
            2026-06-24T19:00:00+02:00 2026-06-24T20:00:00+02:00 A
            """),
        RecurrenceCase(
            "the 31st, only in months that have one", "2026-01-01", "2026-09-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260131T120000
            DTEND;TZID=Europe/Berlin:20260131T130000
            RRULE:FREQ=MONTHLY;BYMONTHDAY=31
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-01-31T12:00:00+01:00 2026-01-31T13:00:00+01:00 A
            2026-03-31T12:00:00+02:00 2026-03-31T13:00:00+02:00 A
            2026-05-31T12:00:00+02:00 2026-05-31T13:00:00+02:00 A
            2026-07-31T12:00:00+02:00 2026-07-31T13:00:00+02:00 A
            2026-08-31T12:00:00+02:00 2026-08-31T13:00:00+02:00 A
            """),
        RecurrenceCase(
            "last day of the month", "2026-01-01", "2026-06-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260131
            RRULE:FREQ=MONTHLY;BYMONTHDAY=-1
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-01-31 2026-02-01 A
            2026-02-28 2026-03-01 A
            2026-03-31 2026-04-01 A
            2026-04-30 2026-05-01 A
            2026-05-31 2026-06-01 A
            """),
        RecurrenceCase(
            "29 February, yearly", "2024-01-01", "2034-01-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20240229
            RRULE:FREQ=YEARLY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2024-02-29 2024-03-01 A
            2028-02-29 2028-03-01 A
            2032-02-29 2032-03-01 A
            """),
        RecurrenceCase(
            "five times and no more", "2026-01-01", "2027-01-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260601T090000
            DTEND;TZID=Europe/Berlin:20260601T100000
            RRULE:FREQ=DAILY;COUNT=5
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-01T09:00:00+02:00 2026-06-01T10:00:00+02:00 A
            2026-06-02T09:00:00+02:00 2026-06-02T10:00:00+02:00 A
            2026-06-03T09:00:00+02:00 2026-06-03T10:00:00+02:00 A
            2026-06-04T09:00:00+02:00 2026-06-04T10:00:00+02:00 A
            2026-06-05T09:00:00+02:00 2026-06-05T10:00:00+02:00 A
            """),
        RecurrenceCase(
            "five times, of which the window sees the last two", "2026-06-04", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260601T090000
            DTEND;TZID=Europe/Berlin:20260601T100000
            RRULE:FREQ=DAILY;COUNT=5
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-04T09:00:00+02:00 2026-06-04T10:00:00+02:00 A
            2026-06-05T09:00:00+02:00 2026-06-05T10:00:00+02:00 A
            """),
        RecurrenceCase(
            "until a moment in UTC that is the last start", "2026-06-01", "2026-09-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=America/New_York:20260602T190000
            DTEND;TZID=America/New_York:20260602T210000
            RRULE:FREQ=WEEKLY;UNTIL=20260616T230000Z
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-02T19:00:00-04:00 2026-06-02T21:00:00-04:00 A
            2026-06-09T19:00:00-04:00 2026-06-09T21:00:00-04:00 A
            2026-06-16T19:00:00-04:00 2026-06-16T21:00:00-04:00 A
            """),
        RecurrenceCase(
            "until a moment in UTC just before the last start", "2026-06-01", "2026-09-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=America/New_York:20260602T190000
            DTEND;TZID=America/New_York:20260602T210000
            RRULE:FREQ=WEEKLY;UNTIL=20260616T225959Z
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-02T19:00:00-04:00 2026-06-02T21:00:00-04:00 A
            2026-06-09T19:00:00-04:00 2026-06-09T21:00:00-04:00 A
            """),
        RecurrenceCase(
            "all day until a day", "2026-06-01", "2026-09-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260605
            DTEND;VALUE=DATE:20260607
            RRULE:FREQ=WEEKLY;UNTIL=20260619
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-05 2026-06-07 A
            2026-06-12 2026-06-14 A
            2026-06-19 2026-06-21 A
            """),
    ]

    static let exceptions = [
        RecurrenceCase(
            "without two of its days, in the series' zone", "2026-06-01", "2026-07-10",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            EXDATE;TZID=Europe/Berlin:20260610T190000,20260624T190000
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-17T19:00:00+02:00 2026-06-17T21:00:00+02:00 A
            2026-07-01T19:00:00+02:00 2026-07-01T21:00:00+02:00 A
            2026-07-08T19:00:00+02:00 2026-07-08T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "without one of its days, told in UTC", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            EXDATE:20260610T170000Z
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-17T19:00:00+02:00 2026-06-17T21:00:00+02:00 A
            2026-06-24T19:00:00+02:00 2026-06-24T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "all day, without one of its days", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260603
            RRULE:FREQ=WEEKLY
            EXDATE;VALUE=DATE:20260617
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03 2026-06-04 A
            2026-06-10 2026-06-11 A
            2026-06-24 2026-06-25 A
            """),
        RecurrenceCase(
            "with days added", "2026-06-01", "2026-08-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY;COUNT=2
            RDATE;TZID=Europe/Berlin:20260701T180000,20260715T180000
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-10T19:00:00+02:00 2026-06-10T21:00:00+02:00 A
            2026-07-01T18:00:00+02:00 2026-07-01T20:00:00+02:00 A
            2026-07-15T18:00:00+02:00 2026-07-15T20:00:00+02:00 A
            """),
        RecurrenceCase(
            "with added days and no rule", "2026-06-01", "2026-08-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART:20260603T170000Z
            DTEND:20260603T190000Z
            RDATE:20260620T170000Z
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03T17:00:00+00:00 2026-06-03T19:00:00+00:00 A
            2026-06-20T17:00:00+00:00 2026-06-20T19:00:00+00:00 A
            """),
        RecurrenceCase(
            "with a period added that has a length of its own", "2026-06-01", "2026-08-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART:20260603T170000Z
            DTEND:20260603T190000Z
            RDATE;VALUE=PERIOD:20260620T170000Z/PT4H
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-03T17:00:00+00:00 2026-06-03T19:00:00+00:00 A
            2026-06-20T17:00:00+00:00 2026-06-20T21:00:00+00:00 A
            """),
        RecurrenceCase(
            "one occurrence moved to another day", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=Europe/Berlin:20260617T190000
            DTSTART;TZID=Europe/Berlin:20260618T200000
            DTEND;TZID=Europe/Berlin:20260618T220000
            SUMMARY:A, moved
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-10T19:00:00+02:00 2026-06-10T21:00:00+02:00 A
            2026-06-18T20:00:00+02:00 2026-06-18T22:00:00+02:00 A, moved
            2026-06-24T19:00:00+02:00 2026-06-24T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "one occurrence moved into the window", "2026-06-08", "2026-06-13",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=Europe/Berlin:20260617T190000
            DTSTART;TZID=Europe/Berlin:20260612T190000
            DTEND;TZID=Europe/Berlin:20260612T210000
            SUMMARY:A, earlier
            END:VEVENT
            """,
            """
            2026-06-10T19:00:00+02:00 2026-06-10T21:00:00+02:00 A
            2026-06-12T19:00:00+02:00 2026-06-12T21:00:00+02:00 A, earlier
            """),
        RecurrenceCase(
            "one occurrence moved out of the window", "2026-06-15", "2026-06-22",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=Europe/Berlin:20260617T190000
            DTSTART;TZID=Europe/Berlin:20260712T190000
            DTEND;TZID=Europe/Berlin:20260712T210000
            SUMMARY:A, later
            END:VEVENT
            """,
            """
            """),
        RecurrenceCase(
            "a moved occurrence named in UTC, and a cancelled one", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=America/New_York:20260602T190000
            DTEND;TZID=America/New_York:20260602T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID:20260609T230000Z
            DTSTART;TZID=America/New_York:20260609T173000
            DTEND;TZID=America/New_York:20260609T193000
            SUMMARY:A, sooner
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;TZID=America/New_York:20260616T190000
            DTSTART;TZID=America/New_York:20260616T190000
            DTEND;TZID=America/New_York:20260616T210000
            STATUS:CANCELLED
            SUMMARY:A, not
            END:VEVENT
            """,
            """
            2026-06-02T19:00:00-04:00 2026-06-02T21:00:00-04:00 A
            2026-06-09T17:30:00-04:00 2026-06-09T19:30:00-04:00 A, sooner
            2026-06-16T19:00:00-04:00 2026-06-16T21:00:00-04:00 A, not CANCELLED
            2026-06-23T19:00:00-04:00 2026-06-23T21:00:00-04:00 A
            2026-06-30T19:00:00-04:00 2026-06-30T21:00:00-04:00 A
            """),
        RecurrenceCase(
            "a moved whole day", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260603
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;VALUE=DATE:20260610
            DTSTART;VALUE=DATE:20260611
            DTEND;VALUE=DATE:20260613
            SUMMARY:A, two days
            END:VEVENT
            """,
            """
            2026-06-03 2026-06-04 A
            2026-06-11 2026-06-13 A, two days
            2026-06-17 2026-06-18 A
            2026-06-24 2026-06-25 A
            """),
        RecurrenceCase(
            "two versions of one replacement", "2026-06-01", "2026-06-20",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            SEQUENCE:2
            RECURRENCE-ID;TZID=Europe/Berlin:20260610T190000
            DTSTART;TZID=Europe/Berlin:20260611T190000
            DTEND;TZID=Europe/Berlin:20260611T210000
            SUMMARY:new
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            SEQUENCE:1
            RECURRENCE-ID;TZID=Europe/Berlin:20260610T190000
            DTSTART;TZID=Europe/Berlin:20260609T190000
            DTEND;TZID=Europe/Berlin:20260609T210000
            SUMMARY:old
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-11T19:00:00+02:00 2026-06-11T21:00:00+02:00 new
            2026-06-17T19:00:00+02:00 2026-06-17T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "this and all that follow an hour later", "2026-06-01", "2026-07-01",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260603T190000
            DTEND;TZID=Europe/Berlin:20260603T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:a
            RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/Berlin:20260617T190000
            DTSTART;TZID=Europe/Berlin:20260617T200000
            DTEND;TZID=Europe/Berlin:20260617T220000
            SUMMARY:A, late
            END:VEVENT
            """,
            """
            2026-06-03T19:00:00+02:00 2026-06-03T21:00:00+02:00 A
            2026-06-10T19:00:00+02:00 2026-06-10T21:00:00+02:00 A
            2026-06-17T20:00:00+02:00 2026-06-17T22:00:00+02:00 A, late
            2026-06-24T20:00:00+02:00 2026-06-24T22:00:00+02:00 A, late
            """),
    ]

    static let clocks = [
        RecurrenceCase(
            "floating time over a change of clocks", "2026-03-20", "2026-04-10",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART:20260322T083000
            DTEND:20260322T093000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-03-22T08:30:00 2026-03-22T09:30:00 A
            2026-03-29T08:30:00 2026-03-29T09:30:00 A
            2026-04-05T08:30:00 2026-04-05T09:30:00 A
            """),
        RecurrenceCase(
            "all day over a change of clocks", "2026-03-27", "2026-03-31",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260327
            RRULE:FREQ=DAILY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-03-27 2026-03-28 A
            2026-03-28 2026-03-29 A
            2026-03-29 2026-03-30 A
            2026-03-30 2026-03-31 A
            """),
        RecurrenceCase(
            "an hour that the change to summer time leaves out", "2026-03-27", "2026-03-31",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260327T023000
            DURATION:PT15M
            RRULE:FREQ=DAILY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-03-27T02:30:00+01:00 2026-03-27T02:45:00+01:00 A
            2026-03-28T02:30:00+01:00 2026-03-28T02:45:00+01:00 A
            2026-03-29T02:30:00+01:00 2026-03-29T02:45:00+01:00 A
            2026-03-30T02:30:00+02:00 2026-03-30T02:45:00+02:00 A
            """),
        RecurrenceCase(
            "an hour that the change to winter time brings twice", "2026-10-24", "2026-10-27",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20261024T023000
            DURATION:PT15M
            RRULE:FREQ=DAILY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-10-24T02:30:00+02:00 2026-10-24T02:45:00+02:00 A
            2026-10-25T02:30:00+02:00 2026-10-25T02:45:00+02:00 A
            2026-10-26T02:30:00+01:00 2026-10-26T02:45:00+01:00 A
            """),
        RecurrenceCase(
            "a zone without summer time, and one south of the equator", "2026-09-28", "2026-10-12",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Asia/Kolkata:20260930T180000
            DTEND;TZID=Asia/Kolkata:20260930T200000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART;TZID=Australia/Sydney:20260929T180000
            DTEND;TZID=Australia/Sydney:20260929T200000
            RRULE:FREQ=WEEKLY
            SUMMARY:B
            END:VEVENT
            """,
            """
            2026-09-29T18:00:00+10:00 2026-09-29T20:00:00+10:00 B
            2026-09-30T18:00:00+05:30 2026-09-30T20:00:00+05:30 A
            2026-10-06T18:00:00+11:00 2026-10-06T20:00:00+11:00 B
            2026-10-07T18:00:00+05:30 2026-10-07T20:00:00+05:30 A
            """),
        RecurrenceCase(
            "a zone that only the calendar knows", "2026-03-20", "2026-04-05",
            """
            BEGIN:VTIMEZONE
            TZID:Clubhouse
            BEGIN:STANDARD
            DTSTART:19701025T030000
            TZOFFSETFROM:+0200
            TZOFFSETTO:+0100
            RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU
            END:STANDARD
            BEGIN:DAYLIGHT
            DTSTART:19700329T020000
            TZOFFSETFROM:+0100
            TZOFFSETTO:+0200
            RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU
            END:DAYLIGHT
            END:VTIMEZONE
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Clubhouse:20260321T190000
            DTEND;TZID=Clubhouse:20260321T210000
            RRULE:FREQ=WEEKLY
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-03-21T19:00:00+01:00 2026-03-21T21:00:00+01:00 A
            2026-03-28T19:00:00+01:00 2026-03-28T21:00:00+01:00 A
            2026-04-04T19:00:00+02:00 2026-04-04T21:00:00+02:00 A
            """),
        RecurrenceCase(
            "weekdays, several times a week, week begins on Sunday", "2026-06-01", "2026-06-20",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;TZID=Europe/Berlin:20260602T120000
            DURATION:PT1H
            RRULE:FREQ=WEEKLY;INTERVAL=2;WKST=SU;BYDAY=TU,SU
            SUMMARY:A
            END:VEVENT
            """,
            """
            2026-06-02T12:00:00+02:00 2026-06-02T13:00:00+02:00 A
            2026-06-14T12:00:00+02:00 2026-06-14T13:00:00+02:00 A
            2026-06-16T12:00:00+02:00 2026-06-16T13:00:00+02:00 A
            """),
        RecurrenceCase(
            "what has begun before the window and goes on in it", "2026-06-05", "2026-06-06",
            """
            BEGIN:VEVENT
            UID:a
            DTSTART;VALUE=DATE:20260603
            DTEND;VALUE=DATE:20260607
            SUMMARY:A
            END:VEVENT
            BEGIN:VEVENT
            UID:b
            DTSTART:20260604T220000Z
            DTEND:20260605T020000Z
            SUMMARY:B
            END:VEVENT
            BEGIN:VEVENT
            UID:c
            DTSTART:20260604T220000Z
            DTEND:20260605T000000Z
            SUMMARY:ends as it begins
            END:VEVENT
            BEGIN:VEVENT
            UID:d
            DTSTART:20260606T000000Z
            DTEND:20260606T010000Z
            SUMMARY:begins as it ends
            END:VEVENT
            """,
            """
            2026-06-03 2026-06-07 A
            2026-06-04T22:00:00+00:00 2026-06-05T02:00:00+00:00 B
            """),
    ]

    static let all = rules + exceptions + clocks + hours
}
