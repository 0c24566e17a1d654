import Foundation
import TestKit
import Testing

@Suite struct StatusCommandTests {
    private func weekly() throws -> WeeklyFolder {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "decisions/7.jsonl",
            #"{"decision":"later","identity":"a.example","section":"here","title":"A"}"# + "\n")
        return weekly
    }

    @Test func showsEachSection() async throws {
        let run = try await weekly().sennight("status")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        #expect(lines[0].hasPrefix("Weekly 7, draft/7.md, "))
        #expect(lines[0].hasSuffix(" hours left"))
        #expect(
            Array(lines[1...6]) == [
                "", "SECTION   OWNER     FILLED  WAITING  COLLECTED", "News      Ann, Bob       –        –  –",
                "  Here    –              –        1  –", "  There   –              –        –  –",
                "Events    Bob            –        –  –",
            ])
        #expect(lines[7] == "  Europe  –              1        –  –")
    }

    @Test func showsItToPrograms() async throws {
        struct Status: Decodable {
            struct Section: Decodable {
                var title: String
                var level: Int
                var owners: [String]
                var filled: Int
                var waiting: Int
                var collected: Int?
            }
            var title: String
            var file: String
            var hoursLeft: Int
            var sections: [Section]
        }
        let run = try await weekly().sennight("status", "--format", "json")
        let status = try JSONDecoder().decode(Status.self, from: Data(run.output.utf8))
        #expect((status.title, status.file) == ("Weekly 7", "draft/7.md"))
        #expect(status.hoursLeft > 1_000_000)
        #expect(status.sections.map(\.title).prefix(3) == ["News", "Here", "There"])
        #expect(status.sections.map(\.waiting).prefix(3) == [0, 1, 0])
        #expect(status.sections.first { $0.title == "Europe" }?.filled == 1)
        #expect(status.sections[0].owners == ["Ann", "Bob"])
    }

    @Test func countsWhatWaitsAndTellsWhenItWasCollected() async throws {
        let collecting = try CollectingWeekly(
            """
              - { source: feeds, name: blogs, section: Here, feeds: ["SERVER/feed.json"] }
              - { source: feeds, name: others, feeds: ["SERVER/other.json"] }
              - { source: feeds, name: quiet, section: There, feeds: ["SERVER/quiet.json"] }

            """,
            pages: [
                "/feed.json": WebPage.feed(("Tea", "https://a.example/tea"), ("Cake", "https://a.example/cake")),
                "/other.json": WebPage.feed(("Milk", "https://b.example/milk")), "/quiet.json": WebPage.feed(),
            ])
        _ = await collecting.sennight("collect")
        // Cake stands in the draft by now; where Milk belongs nobody knows.
        try collecting.scratch.write(
            "draft/7.md",
            WeeklyFolder.draft.replacing("### Here\n", with: "### Here\n\n* [C](https://a.example/cake)\n"))
        let run = await collecting.sennight("status")
        #expect(run.status == 0, "\(run.errors)")
        let lines = run.output.split(separator: "\n").map(String.init)
        #expect(lines[1] == "SECTION   OWNER     FILLED  WAITING  COLLECTED")
        #expect(lines[2].hasPrefix("News      Ann, Bob       –        1  20"))
        #expect(lines[3].hasPrefix("  Here    –              1        1  20"))
        #expect(lines[4].hasPrefix("  There   –              –        –  20"))
        #expect(lines[5] == "Events    Bob            –        –  –")
        #expect(lines[3].utf8.suffix(3).first == UInt8(ascii: ":"), "with the time of day: \(lines[3])")
    }

    @Test func saysThatSubmissionsAreClosed() async throws {
        let weekly = try WeeklyFolder(draft: WeeklyFolder.draft.replacing("Date: 2999", with: "Date: 2001"))
        #expect(await weekly.sennight("status").output.hasPrefix("Weekly 7, draft/7.md, closed\n"))
    }
}
