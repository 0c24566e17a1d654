import Foundation
import TestKit
import Testing

@Suite struct DraftCollectTests {
    private static let sources = """
          - { source: feeds, name: blogs, section: Here, feeds: ["SERVER/feed.json"] }
          - { source: feeds, name: others, section: There, feeds: ["SERVER/other.json"] }
          - { source: icalendar, name: club, calendars: [ { url: "SERVER/club.ics", organizer: Club } ] }

        """
    private static let evening = (
        id: "1", title: "Evening", day: "29990317", place: "Ulm, Germany", status: "CONFIRMED"
    )

    /// What of the blogs and of the club goes in by itself; the others need a word.
    private func collecting(draft: String? = WeeklyFolder.draft) throws -> CollectingWeekly {
        try CollectingWeekly(
            Self.sources,
            pages: [
                "/feed.json": WebPage.feed(("Tea", "https://a.example/tea"), ("Cake", "https://a.example/cake")),
                "/other.json": WebPage.feed(("Milk", "https://b.example/milk")),
                "/club.ics": WebPage.calendar(Self.evening),
            ], draft: draft
        ) { settings in
            settings.replacing("headings: [News]", with: "headings: [News], auto: { sources: [blogs] }")
                .replacing("headings: [Events]", with: "headings: [Events], auto: all")
        }
    }

    @Test func placesWhatTheRulesAdmitAndWhatWasChosen() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("draft", "fill")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "draft/7.md\n")
        #expect(run.errors == "3 added, 1 waiting for 'sennight choose'.\n")
        #expect(
            try collecting.weekly.body
                == WeeklyFolder.sections
                .replacing(
                    "### Here\n", with: "### Here\n\n* [Cake](https://a.example/cake)\n* [Tea](https://a.example/tea)\n"
                )
                .replacing(
                    "(https://club.example/tea)\n",
                    with:
                        "(https://club.example/tea)\n* 2999-03-17 | Ulm, DE | Club\n    * [**Evening**](https://club.example/1)\n"
                ))
        #expect(await collecting.sennight("candidates").output.contains("Milk"))
    }

    @Test func hasTimesOfEventsIfTheSettingsSaySo() async throws {
        let collecting = try collecting()
        let settings = try collecting.scratch.text("sennight.yaml")
        try collecting.scratch.write("sennight.yaml", settings + "events: { times: true }\n")
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("draft", "fill")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            try collecting.weekly.body.contains(
                "* 2999-03-17 18:00–20:00 UTC | Ulm, DE | Club\n    * [**Evening**](https://club.example/1)\n"))
    }

    @Test func changesNothingTheSecondTime() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        _ = await collecting.sennight("draft", "fill")
        // An editor rewords one, takes one out by hand, and puts another in.
        let edited = try collecting.scratch.text("draft/7.md").replacing("[Tea]", with: "[Tea for all]")
            .replacing("* [Cake](https://a.example/cake)\n", with: "* [Own](https://own.example)\n")
        try collecting.scratch.write("draft/7.md", edited)
        let decisions = try collecting.weekly.decisions
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("draft", "fill")
        #expect(run.errors == "0 added, 1 waiting for 'sennight choose'.\n")
        #expect(try collecting.scratch.text("draft/7.md") == edited)
        #expect(try collecting.weekly.decisions == decisions)
    }

    @Test func fillsOnlyTheSectionThatIsNamed() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("draft", "fill", "--section", "events")
        #expect(run.errors.hasPrefix("1 added, "))
        #expect(try collecting.weekly.body.contains("Evening"))
        #expect(try !collecting.weekly.body.contains("Cake"))
        #expect(await collecting.sennight("draft", "--section", "News").status == 64)
        #expect(await collecting.sennight("draft", "fill", "--section", "Nowhere").status == 2)
    }

    @Test func makesTheDraftFirstWhereThereIsNone() async throws {
        let collecting = try collecting(draft: nil)
        // What has come out by now is no draft any more.
        let last = try collecting.scratch.text("content/6.md")
        try collecting.scratch.write("draft/6.md", last)
        try collecting.scratch.write("draft/5.md", last.replacing("2999-03-03", with: "2999-02-26"))
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("draft", "fill", "--section", "Here")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.output == "draft/2999-03-10-weekly.md\n")
        #expect(
            try collecting.scratch.text("draft/2999-03-10-weekly.md").contains("\n* [Tea](https://a.example/tea)\n"))
    }

    @Test func writesTheTallyAboveThePullRequests() async throws {
        let collecting = try CollectingWeekly(
            """
              - { source: github-pulls, name: pulls, repositories: [o/r], api: "SERVER" }

            """,
            pages: ["/search/issues?*": WebPage.merged(1, 2)],
            draft: WeeklyFolder.draft.replacing("## Speakers\n", with: "## Changes\n\n## Speakers\n")
        ) { settings in
            settings + """
                  - kind: pull-requests
                    headings: [Changes]
                    auto: { best: 1 }
                    total: "{count} pull requests were [merged]({url})"

                """
        }
        #expect(await collecting.sennight("collect").errors == "2 new candidates from 1 source.\n")
        let query = try #require(collecting.server.questions.first?.target.removingPercentEncoding)
        #expect(query.contains("merged:2999-02-24T00:00:00Z..2999-03-09T23:59:59Z"), "with the week before the issue")
        _ = await collecting.sennight("draft", "fill")
        func sentence(_ count: Int) -> String {
            "## Changes\n\n\(count) pull requests were [merged](https://github.com/search?q=is%3Apr%20repo%3Ao%2Fr%20is%3Amerged%20merged%3A2999-03-03..2999-03-09&type=pullrequests)\n\n* ["
        }
        #expect(try collecting.weekly.body.contains(sentence(2)))
        collecting.answer("/search/issues?*", WebPage.merged(1, 2, 3))
        _ = await collecting.sennight("collect")
        _ = await collecting.sennight("draft", "fill")
        #expect(try collecting.weekly.body.contains(sentence(3)))
        let body = try collecting.weekly.body
        #expect(await collecting.sennight("draft", "fill").errors.hasPrefix("0 added"))
        #expect(try collecting.weekly.body == body)
    }

    @Test func takesOutWhatIsCancelledAndMovesWhatHasMoved() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        _ = await collecting.sennight("draft", "fill")
        var moved = Self.evening
        (moved.day, moved.place) = ("29990324", "Bonn, Germany")
        collecting.answer("/club.ics", WebPage.calendar(moved))
        let told = await collecting.sennight("collect")
        #expect(
            told.errors.contains(
                "draft/7.md:20:1: warning: 'Evening' was moved from 2999-03-17, Ulm, DE, to 2999-03-24, Bonn, DE. Run 'sennight draft fill' to update the draft\n"
            ), "\(told.errors)")
        let run = await collecting.sennight("draft", "fill")
        #expect(run.errors.hasPrefix("'Evening' was moved from"))
        #expect(
            try collecting.weekly.body.contains(
                "/tea)\n* 2999-03-24 | Bonn, DE | Club\n    * [**Evening**](https://club.example/1)\n"))
        #expect(try !collecting.weekly.body.contains("Ulm, DE | Club"))
        #expect(await !collecting.sennight("collect").errors.contains("moved"))

        moved.status = "CANCELLED"
        collecting.answer("/club.ics", WebPage.calendar(moved))
        #expect(await collecting.sennight("collect").errors.contains("'Evening' on 2999-03-24 was cancelled"))
        _ = await collecting.sennight("draft", "fill")
        #expect(try !collecting.weekly.body.contains("Evening"))
        let body = try collecting.weekly.body
        #expect(await collecting.sennight("draft", "fill").errors.hasPrefix("0 added"))
        #expect(try collecting.weekly.body == body)
    }

    @Test func leavesEventsAloneThatEditorsRewroteOrRemoved() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        _ = await collecting.sennight("draft", "fill")
        let reworded = try collecting.scratch.text("draft/7.md").replacing("**Evening**", with: "**A fine evening**")
        try collecting.scratch.write("draft/7.md", reworded)
        var moved = Self.evening
        moved.day = "29990324"
        collecting.answer("/club.ics", WebPage.calendar(moved))
        let told = await collecting.sennight("collect")
        #expect(
            told.errors.contains(
                "An editor has reworded the entry, so update it by hand, or run 'sennight remove https://club.example/1 --date 2999-03-17 --why moved'"
            ), "\(told.errors)")
        _ = await collecting.sennight("draft", "fill")
        #expect(try collecting.scratch.text("draft/7.md") == reworded)
        // Once it is out, it does not come back on its new day.
        #expect(
            await collecting.sennight("remove", "https://club.example/1", "--date", "2999-03-17", "--why", "dull")
                .status
                == 0)
        _ = await collecting.sennight("draft", "fill")
        #expect(try !collecting.weekly.body.contains("club.example/1"))
        #expect(await !collecting.sennight("candidates").output.contains("Evening"))
    }
}
