import TestKit
import Testing

/// A source's candidates are in its file before other sources are done.
@Suite struct EarlyPoolTests {
    private static let sources = """
          - { source: feeds, name: quick, section: Here, feeds: ["SERVER/quick.json"] }
          - { source: icalendar, name: club, calendars: [ { url: "SERVER/club.ics" } ] }
          - { source: feeds, name: slow, section: There, feeds: ["SERVER/slow.json"] }

        """

    @Test func writesAPoolBeforeOtherSourcesAreDone() async throws {
        let weekly = try WeeklyFolder()
        let scratch = weekly.scratch
        let server = try LoopbackServer { question in
            switch question.target {
            case "/quick.json": return .text(WebPage.feed(("Quick", "https://a.example/1")))
            case "/club.ics":
                return .text(
                    WebPage.calendar(
                        (id: "1", title: "Evening", day: "29990317", place: "Ulm, Germany", status: "CONFIRMED")))
            default:
                // Answers when the others' files are there, or gives up on them.
                let isThere = scratch.waits(forFiles: ["candidates/7/quick.jsonl", "candidates/7/club.jsonl"])
                return .text(WebPage.feed((isThere ? "In time" : "Late", "https://a.example/2")))
            }
        }
        try weekly.scratch.write(
            "sennight.yaml",
            WeeklyFolder.settings + "sources:\n" + Self.sources.replacing("SERVER", with: server.address))
        let run = await CommandRun.inProcess(
            ["collect"], in: weekly.scratch.path,
            environment: ["SENNIGHT_OPEN_HOSTS": server.endpoint, "NO_COLOR": "1"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.scratch.text("candidates/7/slow.jsonl").contains("In time"))
        #expect(try weekly.scratch.text("candidates/7/quick.jsonl").contains("Quick"))
        #expect(run.errors.hasSuffix("3 new candidates from 3 sources.\n"), "\(run.errors)")
    }

    /// The one that is believed answers last: the other's file may hold the event for a while, but not in the end.
    @Test func writesAnEventOfTwoSourcesOnce() async throws {
        let collecting = try CollectingWeekly(
            """
              - { source: icalendar, name: first, calendars: [ { url: "SERVER/first.ics" } ] }
              - { source: icalendar, name: second, calendars: [ { url: "SERVER/second.ics" } ] }

            """,
            pages: [
                "/first.ics": WebPage.calendar(
                    (id: "1", title: "Evening", day: "29990317", place: "Ulm, Germany", status: "CONFIRMED")),
                "/second.ics": WebPage.calendar(
                    (id: "1", title: "Soirée", day: "29990317", place: "Ulm, Germany", status: "CONFIRMED")),
            ])
        #expect(await collecting.sennight("collect").status == 0)
        #expect(try collecting.pool("first").count == 1)
        let second = "candidates/7/second.jsonl"
        #expect(try !collecting.scratch.exists(second) || collecting.scratch.text(second).isEmpty)
    }
}
