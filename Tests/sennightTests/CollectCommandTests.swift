import Foundation
import TestKit
import Testing

@Suite struct CollectCommandTests {
    private static let sources = """
          - { source: feeds, name: blogs, section: Here, feeds: ["SERVER/feed.json"] }
          - { source: lobsters, tags: [tea], section: There, instance: "SERVER" }
          - { source: icalendar, name: club, calendars: [ { url: "SERVER/club.ics", organizer: Club } ] }
          - { source: github-participation, name: tasks, labels: [easy], projects: [ { repository: o/r } ], api: "SERVER" }

        """
    private static let tasks =
        "/repos/o/r/issues?labels=easy&state=open&assignee=none&sort=created&direction=desc&per_page=100"

    private func collecting() throws -> CollectingWeekly {
        try CollectingWeekly(
            Self.sources,
            pages: [
                "/feed.json": WebPage.feed(("All about tea", "https://a.example/tea?utm_source=feed")),
                "/t/tea.json": WebPage.story("Tea, all of it", "https://a.example/tea", score: 12),
                "/t/tea/page/2.json": "[]",
                "/club.ics": WebPage.calendar(
                    (id: "1", title: "Evening", day: "29990317", place: "Ulm, Germany", status: "CONFIRMED")),
                Self.tasks: "[\(WebPage.issue(1, title: "Boil")), \(WebPage.issue(2, title: "Pour"))]",
                "/repos/o/r/issues/1": WebPage.issue(1, title: "Boil"),
                "/repos/o/r/issues/2": WebPage.issue(2, title: "Pour"),
            ])
    }

    @Test func gathersWhatTheSourcesBring() async throws {
        let collecting = try collecting()
        let run = await collecting.sennight("collect")
        #expect(run.status == 0, "\(run.errors)")
        #expect(
            run.output == ["blogs", "lobsters", "club", "tasks"].map { "candidates/7/\($0).jsonl\n" }.joined())
        #expect(run.errors.hasSuffix("4 new candidates from 4 sources.\n"), "\(run.errors)")
        let candidates = await collecting.sennight("candidates")
        #expect(
            candidates.output == """
                Here
                  + All about tea
                      https://a.example/tea  score: 12; told by: blogs, lobsters; comments: 3

                Europe
                    Evening
                      https://club.example/1  venue: Ulm, Germany

                participation
                    r - Boil
                      https://github.com/o/r/issues/1  repository: o/r; author: ada; labels: easy
                    r - Pour
                      https://github.com/o/r/issues/2  repository: o/r; author: ada; labels: easy

                """)
        #expect(
            await collecting.sennight("candidates", "--section", "news").errors
                == "1 candidate is waiting for a decision.\n")
        #expect(
            await collecting.sennight("candidates", "--section", "participation").errors
                == "2 candidates are waiting for a decision.\n")
        #expect(await collecting.sennight("candidates", "--section", "Nws").errors.contains("Did you mean 'News'?"))
    }

    @Test func showsSourcesAndCandidatesToPrograms() async throws {
        struct Waiting: Decodable {
            var identity: String
            var source: String
            var kind: String
            var section: String?
            var url: String?
            var proposed: Bool
        }
        let collecting = try collecting()
        #expect(
            await collecting.sennight("sources").output
                == "blogs     never collected\nlobsters  never collected\nclub      never collected\ntasks     never collected\n"
        )
        #expect(await collecting.sennight("collect", "lobsters").output == "candidates/7/lobsters.jsonl\n")
        #expect(collecting.server.questions.map(\.target) == ["/t/tea.json", "/t/tea/page/2.json"])
        let sources = await collecting.sennight("sources").output.split(separator: "\n")
        #expect(sources[0] == "blogs     never collected")
        #expect(sources[1].hasSuffix(" UTC  1"))
        let run = await collecting.sennight("candidates", "--format", "json")
        let waiting = try JSONDecoder().decode([Waiting].self, from: Data(run.output.utf8))
        #expect(waiting.map(\.identity) == ["a.example/tea"])
        #expect(waiting.first?.section == "There")
        #expect(await collecting.sennight("collect", "lobster").errors.contains("Did you mean 'lobsters'?"))
    }

    @Test func asksTwiceUnderConditionAndChangesNothing() async throws {
        let collecting = try collecting()
        _ = await collecting.sennight("collect")
        // What waits is looked at once more, so that its answers are known by now.
        _ = await collecting.sennight("collect")
        let files = try collecting.scratch.files(below: "candidates")
        let pools = try files.map { try collecting.scratch.text("candidates/\($0)") }
        let asked = collecting.server.questions.count
        let again = await collecting.sennight("collect")
        #expect(again.status == 0, "\(again.errors)")
        #expect(again.errors.hasSuffix("0 new candidates from 4 sources.\n"))
        let questions = collecting.server.questions.dropFirst(asked)
        #expect(questions.count == 7)
        #expect(questions.allSatisfy { $0.fields["if-none-match"] != nil }, "\(questions.map(\.target))")
        #expect(try files.map { try collecting.scratch.text("candidates/\($0)") } == pools)
    }

    @Test func namesAFailingSourceAndGoesOn() async throws {
        let collecting = try collecting()
        collecting.answer("/club.ics", nil)
        let run = await collecting.sennight("collect")
        #expect(run.status == 1)
        #expect(
            run.errors.contains(
                "club: \(collecting.server.address)/club.ics: the server found nothing at this URL (404)"))
        #expect(run.errors.hasSuffix("3 new candidates from 4 sources.\n"), "\(run.errors)")
        let sources = await collecting.sennight("sources")
        #expect(sources.output.contains("the server found nothing at this URL (404)"))
        #expect(sources.output.hasPrefix("blogs     20"))
    }

    @Test func writesSecretsNowhere() async throws {
        let collecting = try collecting()
        collecting.answer("/repos/o/r/issues/2", #"{"message": "Bad credentials"}"#)
        _ = await collecting.sennight("collect")
        let run = await collecting.sennight("collect")
        #expect(run.status == 1)
        #expect(
            collecting.server.questions.contains {
                $0.fields["authorization"]?.contains(CollectingWeekly.token) == true
            })
        #expect(!(run.output + run.errors).contains(CollectingWeekly.token))
        for file in try collecting.scratch.files() {
            let bytes = try collecting.scratch.bytes(file)
            #expect(!String(decoding: bytes, as: UTF8.self).contains(CollectingWeekly.token), "\(file)")
        }
    }

    @Test func masksSecretsThatAServerSendsBack() async throws {
        let collecting = try collecting()
        collecting.answer(Self.tasks, "[\(WebPage.issue(1, title: "Boil \(CollectingWeekly.token) away"))]")
        let run = await collecting.sennight("collect")
        #expect(run.status == 0, "\(run.errors)")
        let pool = try collecting.scratch.text("candidates/7/tasks.jsonl")
        #expect(pool.contains("Boil [secret] away") && !pool.contains(CollectingWeekly.token))
        let shown = await collecting.sennight("candidates")
        #expect(shown.output.contains("Boil [secret] away"))
    }

    @Test func tellsWhatNomineesHaveWonBefore() async throws {
        let collecting = try CollectingWeekly(
            """
              - { source: discourse, name: nominations, forum: "SERVER", topic: 7, hosts: [crates.example] }

            """, pages: ["/t/7.json": WebPage.nominations(("kettle", 2), ("pot", 5))]
        ) { $0.replacing("draft:\n", with: "look-back: 0\ndraft:\n") }
        try collecting.scratch.write(
            "content/5.md",
            "Title: Weekly 5\nNumber: 5\nDate: 2999-02-24\n\n## Pick\n\nThis week's pick is [Pot](https://crates.example/pot).\n"
        )
        #expect(await collecting.sennight("collect").status == 0)
        let pool = try collecting.pool("nominations")
        let candidates = await collecting.sennight("candidates", "--section", "pick")
        let won = "rank: 1 of 2; likes: 5; won before: 2999-02-24, Weekly 5\n"
        #expect(candidates.output.contains(won), "\(candidates.output)")
        #expect(candidates.output.split(separator: "\n").count { $0.contains("won before") } == 1)
        // The moment of counting is another each time, and yet nothing has changed.
        _ = await collecting.sennight("collect")
        #expect(try collecting.pool("nominations") == pool)
    }

    @Test func tellsTasksThatAreTakenByNow() async throws {
        let draft = WeeklyFolder.draft.replacing(
            "## Speakers\n", with: "## Tasks\n\n* [r - Pour](https://github.com/o/r/issues/2)\n\n## Speakers\n")
        let collecting = try CollectingWeekly(
            Self.sources.split(separator: "\n").filter { $0.contains("participation") }.joined() + "\n",
            pages: [
                Self.tasks: "[\(WebPage.issue(1, title: "Boil")), \(WebPage.issue(2, title: "Pour"))]",
                "/repos/o/r/issues/1": WebPage.issue(1, title: "Boil"),
                "/repos/o/r/issues/2": WebPage.issue(2, title: "Pour"),
            ], draft: draft
        ) { $0 + "  - { kind: participation, calls: projects, headings: [Tasks] }\n" }
        #expect(await collecting.sennight("collect").errors == "2 new candidates from 1 source.\n")
        collecting.answer(Self.tasks, "[]")
        collecting.answer("/repos/o/r/issues/1", WebPage.issue(1, title: "Boil", isOpen: false))
        collecting.answer("/repos/o/r/issues/2", WebPage.issue(2, title: "Pour", assignee: "bo"))
        let run = await collecting.sennight("collect")
        #expect(run.status == 0)
        #expect(
            run.errors == """
                draft/7.md:22:1: warning: 'Pour' has been assigned. To remove the entry, run 'sennight \
                remove https://github.com/o/r/issues/2 --why assigned'
                0 new candidates from 1 source.

                """)
        let left = await collecting.sennight("candidates")
        #expect(left.errors == "0 candidates are waiting for a decision.\n")
        #expect(left.output.contains("closed: Boil"))
        let pool = try collecting.pool("tasks")
        #expect(pool.count == 4)
        #expect(pool.last?.hasPrefix(#"{"ending":"assigned","source":"tasks","title":"Pour""#) == true)
        #expect(await collecting.sennight("collect").errors == run.errors)
        #expect(try collecting.pool("tasks") == pool)
    }
}
