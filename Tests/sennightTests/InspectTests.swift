import Foundation
import TestKit
import Testing

@Suite(.startsProcesses)
struct InspectTests {
    private static let settings = """
        title: Test
        url: https://example.org/
        category: Fallback
        sections:
          - { kind: links, headings: [News] }
          - { kind: events, headings: [Events] }
          - { kind: proposals, stage: final-comment-period, headings: [Final Comment Period] }
        """

    private static let issue = """
        Title: Test 7
        Date: 2026-03-04

        Hello [there](https://example.org/hello).

        ## News

        * [video] [A film](https://example.org/film)

        ## Final Comment Period

        * [disposition: merge] [A proposal](https://example.org/p)

        ## Events

        ### Virtual

        * 2026-03-12 | Virtual (Berlin, DE) | [Group](https://example.org/group)
            * [**Evening**](https://example.org/evening)
        * 2026-03-13 | Nowhere

        """

    private func run(_ extra: [String]) async throws -> CommandRun {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", Self.settings)
        try scratch.write("content/a.md", Self.issue)
        return await CommandRun.inProcess(["inspect", "content/a.md"] + extra, in: scratch.path)
    }

    @Test func printsSectionsAndEntriesAsJSON() async throws {
        let run = try await run(["--format", "json"])
        #expect(run.status == 0, "\(run.errors)")
        let issues = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [[String: Any]])
        let issue = try #require(issues.first)
        let header = try #require(issue["header"] as? [String: Any])
        #expect(header["number"] as? Int == 7)
        #expect(header["category"] as? String == "Fallback")
        let sections = try #require(issue["sections"] as? [[String: Any]])
        #expect(sections.map { $0["kind"] as? String } == ["prose", "links", "proposals", "events", "events"])
        #expect(sections.map { $0["id"] as? String } == ["", "news", "final-comment-period", "events", "virtual"])
        #expect(sections.map { $0["line"] as? Int } == [4, 6, 10, 14, 16])
        let link = try #require((sections[1]["entries"] as? [[String: Any]])?.first)
        #expect(link["type"] as? String == "link")
        #expect(link["tags"] as? [String] == ["video"])
        #expect(link["url"] as? String == "https://example.org/film")
        let proposal = try #require((sections[2]["entries"] as? [[String: Any]])?.first)
        #expect(proposal["stage"] as? String == "final-comment-period")
        #expect(proposal["disposition"] as? String == "merge")
        let event = try #require((sections[4]["entries"] as? [[String: Any]])?.first)
        #expect(event["start"] as? String == "2026-03-12")
        #expect(event["end"] is NSNull)
        #expect(event["mode"] as? String == "virtual")
        #expect(event["place"] as? String == "Berlin, DE")
        #expect(event["line"] as? Int == 18)
        #expect((event["organizers"] as? [[String: Any]])?.first?["name"] as? String == "Group")
        #expect((sections[4]["unrecognized"] as? [[String: Any]])?.first?["line"] as? Int == 20)
    }

    @Test func printsATreeForPeople() async throws {
        let run = try await run([])
        #expect(run.output.contains("News [links] 1 link"))
        #expect(run.output.contains("18: 2026-03-12 virtual Berlin, DE: Evening"))
        #expect(run.output.contains("20: unrecognised"))
    }

    @Test func goesOnAfterAFileThatCannotBeRead() async throws {
        let run = try await run(["content/missing.md", "--format", "json"])
        #expect(run.status == 1)
        #expect(run.errors.contains("content/missing.md: error: can't read the file"))
        #expect((try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [Any])?.count == 1)
    }

    @Test func endsQuietlyWhenNobodyReadsOn() throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", Self.settings)
        try scratch.write("content/a.md", Self.issue)
        let files = Array(repeating: "content/a.md", count: 200).joined(separator: " ")
        let script = "'\(try CommandRun.program())' inspect \(files) --format json 2>errors | head -c 10"
        _ = try CommandRun.of(Command("sh", ["-c", script], in: scratch.path))
        #expect(try scratch.text("errors").isEmpty)
    }
}
