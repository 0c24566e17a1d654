import Context
import Newsletter
import Testing

@testable import Collect

@Suite struct EventLinkTests {
    @Test(
        "Finds the page that a description means",
        arguments: [
            ("<a href=\"https://a/join?group=7&amp;day=19\">here</a>", "https://a/join?group=7&day=19"),
            ("<p>Come! <A HREF='https://a/1'>here</A>", "https://a/1"),
            ("Join at https://a/x?b=1&amp;c=2.", "https://a/x?b=1&c=2"),
            ("See https://a/wiki/Tea_(drink)", "https://a/wiki/Tea_(drink)"),
            ("(see https://a/wiki/Tea_(drink))", "https://a/wiki/Tea_(drink)"), ("(at https://a/1)", "https://a/1"),
            ("https://a/p[1]", "https://a/p[1]"), ("[https://a/1], https://a/2", "https://a/1"),
            ("https://a/banner.PNG?w=1 https://a/1", "https://a/1"),
            ("<img src='https://a/b.jpg'><a href='https://a/b.jpg'><a href='https://a/1'>x</a>", "https://a/1"),
            ("https://us02web.zoom.us/j/1?pwd=x and https://a/1", "https://a/1"),
            ("https://us02web.zoom.us/j/1", "https://us02web.zoom.us/j/1"), ("http nothing https://a/1", "https://a/1"),
            ("no address", nil), ("https://a/only.gif", nil),
        ] as [(String, String?)])
    func findsThePage(description: String, url: String?) {
        #expect(EventLink(url: nil, location: nil, description: description).url == url)
    }

    @Test func prefersTheEventsOwnAddress() {
        let link = EventLink(url: "https://a/own", location: "https://zoom.us/j/1", description: "https://a/other")
        #expect(link.url == "https://a/own")
        #expect(link.mode == .virtual)
    }

    @Test func readsACalendarInTheHeadersCharset() async throws {
        var body = Array("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART:20260709T180000Z\nSUMMARY:".utf8)
        body += [0xD7, 0xE0, 0xE9]
        body += Array("\nEND:VEVENT\nEND:VCALENDAR\n".utf8)
        let answer = HTTPResponse(
            status: 200, headers: ["Content-Type": "text/calendar; charset=windows-1251"], body: body, url: "https://a/"
        )
        let result = try await collect(
            "  - { source: icalendar, calendars: [{ url: \"https://a/\" }] }\n",
            from: ScriptedWeb(["https://a/": answer]))
        #expect(result.events.map(\.title) == ["Чай"])
    }
}
