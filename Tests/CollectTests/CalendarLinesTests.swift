import Testing

@testable import Collect

@Suite struct CalendarLinesTests {
    private static let plain =
        "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;TZID=Europe/Berlin:20260702T190000\r\nSUMMARY:Tea\\, cake\r\n"
        + "DESCRIPTION:See\\nhttps://a/1\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"

    private func read(_ text: String) -> [String] {
        let found = CalendarExpansion.found(in: Array(text.utf8), window: week)
        return (found?.occurrences ?? []).map { "\($0.start) \($0.title) \($0.url ?? "-")" }
            + (found?.faults ?? []).map(\.problem)
    }

    @Test(
        "Reads lines as real calendars have them",
        arguments: [
            ("CR LF", plain), ("LF", plain.replacing("\r\n", with: "\n")), ("CR", plain.replacing("\r\n", with: "\r")),
            ("CR CR LF", plain.replacing("\r\n", with: "\r\r\n")), ("a byte order mark", "\u{FEFF}" + plain),
            ("text before it", "HTTP/1.1 200 OK\r\n\r\n" + plain),
            ("empty lines", plain.replacing("\r\n", with: "\r\n\r\n")),
            ("a fold", plain.replacing("SUMMARY:Tea", with: "SUMMARY:T\r\n ea")),
            ("a fold with a tab", plain.replacing("SUMMARY:Tea", with: "SUM\r\n\tMARY:Tea")),
            ("a fold before the colon", plain.replacing("SUMMARY:Tea", with: "SUMMARY\r\n\r\n :Tea")),
            ("lower case", plain.replacing("DTSTART;TZID", with: "dtstart;tzid").replacing("END:V", with: "end:v")),
            ("no end of the event", plain.replacing("END:VEVENT\r\n", with: "")),
            ("no end", plain.replacing("END:VEVENT\r\nEND:VCALENDAR\r\n", with: "")),
            ("no last line end", String(plain.dropLast())),
            ("no calendar around it", plain.replacing("BEGIN:VCALENDAR\r\n", with: "")),
            ("a line break in a text", plain.replacing("See\\n", with: "See\r\n")),
            ("a word and a colon in a text", plain.replacing("See\\n", with: "See\r\nWhere: here\r\n")),
            (
                "an alarm",
                plain.replacing(
                    "END:VEVENT", with: "BEGIN:VALARM\r\nSUMMARY:No\r\nDTSTART:x\r\nEND:VALARM\r\nEND:VEVENT")
            ),
            (
                "an alarm without an end",
                plain.replacing("END:VEVENT", with: "BEGIN:VALARM\r\nSUMMARY:No\r\nEND:VEVENT")
            ),
            (
                "other components",
                plain.replacing(
                    "BEGIN:VEVENT",
                    with: "BEGIN:VTODO\r\nDTSTART:20260702T190000\r\nSUMMARY:No\r\nEND:VTODO\r\nBEGIN:VEVENT")
            ),
            ("a date with hyphens", plain.replacing("20260702T190000", with: "2026-07-02T19:00:00")),
            ("a quoted parameter", plain.replacing(":1\r\n", with: ":1\r\nX-A;B=\"c:d;e\":f\r\n")),
            (
                "quoted-printable",
                plain.replacing("SUMMARY:Tea\\, cake", with: "SUMMARY;ENCODING=QUOTED-PRINTABLE:Tea=2C =\r\ncake")
            ),
        ])
    func readsLines(name: String, text: String) {
        #expect(read(text) == ["2026-07-02T19:00+02:00 Europe/Berlin Tea, cake https://a/1"], "\(name)")
    }

    @Test func readsSeveralCalendarsInOneText() {
        let other = Self.plain.replacing("UID:1", with: "UID:2").replacing("Tea", with: "Coffee")
        #expect(read(Self.plain + other).map { $0.split(separator: " ")[2] } == ["Coffee,", "Tea,"])
    }

    @Test(arguments: [
        ("20260708", 1_783_468_800, CalendarStamp.Kind.day), ("20260708T000001Z", 1_783_468_801, .utc),
        ("20260708t0010", 1_783_469_400, .local), ("20260708T240000", 1_783_555_200, .local),
        ("20260708T000060", 1_783_468_859, .local), ("20260708T020000+0200", 1_783_468_800, .utc),
    ])
    func readsStamps(text: String, wall: Int, kind: CalendarStamp.Kind) {
        #expect(CalendarStamp(text)?.wall == wall)
        #expect(CalendarStamp(text)?.kind == kind)
    }

    @Test(arguments: [
        "", "2026", "20260230", "20260708T", "20260708T250000", "20260708T006100", "T190000", "2026070８",
        "20260708T19000Z",
    ])
    func refusesOtherStamps(text: String) {
        #expect(CalendarStamp(text) == nil)
    }

    @Test(
        arguments: [
            ("P1W", 604_800), ("P1DT2H3M4S", 93_784), ("-PT15M", -900), ("PT0S", 0), ("P", nil), ("1D", nil),
            ("P1H", nil),
            ("PT99999999999999999999H", nil),
        ] as [(String, Int?)])
    func readsDurations(text: String, seconds: Int?) {
        #expect(CalendarStamp.duration(text) == seconds)
    }
}
