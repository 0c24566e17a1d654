extension SourceTrial {
    private static func calendar(_ events: String...) -> String {
        "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:x\r\n"
            + events.enumerated().map { "BEGIN:VEVENT\r\nUID:\($0.offset)\r\n\($0.element)END:VEVENT\r\n" }.joined()
            + "END:VCALENDAR\r\n"
    }

    static let iCalendar = SourceTrial(
        source: "icalendar", keys: "calendars: [{ url: \"SERVER/c.ics\" }]",
        pages: [
            .init(
                "/c.ics",
                calendar(
                    "SUMMARY:A\r\nDTSTART:20260709T170000Z\r\n", "SUMMARY:B\r\nDTSTART:20260710T170000Z\r\n"))
        ], brings: ["A", "B"],
        lacking: .init("/c.ics", calendar("SUMMARY:A\r\n", "SUMMARY:B\r\nDTSTART:20260710T170000Z\r\n")),
        field: "VEVENT[0].DTSTART")

    private static func page(_ start: String) -> String {
        #"<script type="application/ld+json">[{"@type": "Event", "name": "A", "startDate": "2026-07-09T19:00:00+02:00"}, {"@type": "Event", "name": "B"\#(start)}]</script>"#
    }

    static let jsonLD = SourceTrial(
        source: "json-ld", keys: "pages: [{ url: \"SERVER/p\" }]",
        pages: [.init("/p", page(#", "startDate": "2026-07-10T19:00:00+02:00""#))], brings: ["A", "B"],
        lacking: .init("/p", page("")), field: "[1].startDate")

    private static func meetupPage(_ id: Int, _ title: String, cursor: String) -> String {
        let node =
            #"{"id": "\#(id)", \#(title)"dateTime": "2026-07-09T19:00+02:00", "eventUrl": "SERVER/events/\#(id)/", "group": {"name": "G", "country": "de"}}"#
        return
            #"{"data": {"groupByUrlname": {"events": {"pageInfo": {"hasNextPage": \#(cursor != "null"), "endCursor": \#(cursor)}, "edges": [{"node": \#(node)}]}}}}"#
    }

    static let meetup = SourceTrial(
        source: "meetup",
        keys:
            "client: c, member: m, key-id: k, api: \"SERVER/gql\", token-address: \"SERVER/token\", groups: [{ group: g }]",
        pages: [
            .init("/token", #"{"access_token": "S3CRET"}"#),
            .init(#""after":null"#, meetupPage(1, #""title": "A", "#, cursor: #""c1""#)),
            .init(#""after":"c1""#, meetupPage(2, #""title": "B", "#, cursor: "null")),
        ], brings: ["A", "B"], lacking: .init(#""after":"c1""#, meetupPage(2, "", cursor: "null")),
        field: "data.groupByUrlname.events.edges[0].node.title", isSecret: true)

    private static func mobilizonPage(_ title: String) -> String {
        #"{"data": {"group": {"name": "G", "organizedEvents": {"total": 51, "elements": [{\#(title)"url": "https://e/\#(title.utf8.count)", "beginsOn": "2026-07-09T17:00:00Z"}]}}}}"#
    }

    static let mobilizon = SourceTrial(
        source: "mobilizon", keys: "instance: \"SERVER\", groups: [{ group: g }]",
        pages: [
            .init(#""page":1"#, mobilizonPage(#""title": "A", "#)),
            .init(#""page":2"#, mobilizonPage(#""title": "Bo", "#)),
        ], brings: ["A", "Bo"], lacking: .init(#""page":2"#, mobilizonPage("")),
        field: "data.group.organizedEvents.elements[0].title")
}
