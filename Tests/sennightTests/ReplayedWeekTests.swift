import Foundation
import TestKit
import Testing

/// What `scripts/demo` shows: a week from recorded answers to the site, without a network.
@Suite(.startsProcesses) struct ReplayedWeekTests {
    private let scratch: ScratchFolder
    private let server: RunningServer

    init() throws {
        scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        server = try RunningServer([scratch.path("weekly/answers")], command: "replay")
    }

    private func sennight(_ arguments: String...) async throws -> CommandRun {
        await CommandRun.inProcess(
            arguments, in: scratch.path("weekly"), environment: ["SENNIGHT_REPLAY": server.address])
    }

    private func collect(_ source: String...) async throws -> CommandRun {
        await CommandRun.inProcess(
            ["collect", "--since", "2026-11-11", "--until", "2026-11-18"] + source, in: scratch.path("weekly"),
            environment: ["SENNIGHT_REPLAY": server.address])
    }

    private func candidates() throws -> [String: String] {
        var texts: [String: String] = [:]
        for file in try scratch.files(below: "weekly/candidates") {
            texts[file] = try scratch.text("weekly/candidates/\(file)")
        }
        return texts
    }

    @Test func goesFromSourcesToTheSite() async throws {
        let collected = try await collect()
        #expect(collected.status == 0, "\(collected.errors)")
        let drafted = try await sennight("draft", "fill")
        #expect(drafted.status == 0 && drafted.errors.hasPrefix("12 added, 10 wait"), "\(drafted.errors)")
        let sheet = try await sennight("choose", "--from", "-")
        // Whatever is proposed of the rest: an editor takes all but one.
        let choices = sheet.output.components(separatedBy: "\n").map { line in
            let words = line.split(separator: " ", maxSplits: 1)
            guard words.count == 2, words[0] == "no" || words[0] == "add" else { return line }
            return (line.contains("Bump a year") ? "no " : "add ") + words[1]
        }
        let file = try scratch.write("choices.txt", choices.joined(separator: "\n") + "\n")
        let chosen = try await sennight("choose", "--from", file)
        #expect(chosen.status == 0, "\(chosen.errors)")

        // A feed's own tracking parameter is taken out.
        let checked = try await sennight("check", "--fix")
        #expect(checked.status <= 1 && !checked.output.contains("error:"), "\(checked.output)")
        let finished = try await sennight("finish", "--no-next")
        #expect(finished.status == 0, "\(finished.errors)")
        let issue = try scratch.text("weekly/content/2026-11-18-swift-server-weekly.md")
        for line in Self.lines { #expect(issue.contains(line), "\(line) is not in:\n\(issue)") }
        #expect(!issue.contains("Bump a year") && !issue.contains("before this week") && !issue.contains("127.0.0.1"))

        let built = try await sennight("build")
        #expect(built.status == 0, "\(built.errors)")
        let page = try scratch.text("weekly/site/blog/2026/11/18/swift-server-weekly-7/index.html")
        #expect(page.contains("https://blog.example.org/idle-connections/"))
        #expect(try scratch.text("weekly/site/events.ics").contains("Winter meeting: five small services"))
    }

    private static let lines = [
        "[What a thousand idle connections cost](https://blog.example.org/idle-connections/)",
        "Harbour merged [7 pull requests](https://git.example.org/search?q=is%3Apr",
        "Thanks to [ferry](https://forum.example.org/t/pick-of-the-week/57/61) for the suggestion!",
        "[Backpressure, drawn by hand](https://notes.example.net/backpressure)",
        "[Add a client for clusters of queues](https://git.example.org/harbour/queue/pull/402)",
        "[Deadlines instead of timeouts](https://git.example.org/harbour/evolution/pull/24)",
        "https://git.example.org/harbour/lantern",
        "I did not make it faster. I stopped it from waiting.",
        "2026-12-05 | Osaka, JP | [Osaka Swift Servers](https://events.example.org/osaka/)",
    ]

    /// The sheet's numbers are only good if the next run counts alike.
    @Test func ranksAlikeInEveryRun() async throws {
        #expect(try await collect().status == 0)
        let first = try await sennight("choose", "--from", "-").output
        #expect(first.contains("add   1 "))
        for _ in 0..<4 { #expect(try await sennight("choose", "--from", "-").output == first) }
    }

    @Test func changesNothingWhenItCollectsAgain() async throws {
        #expect(try await collect().status == 0)
        let first = try candidates()
        #expect(first.count == 9)
        let again = try await collect()
        #expect(again.status == 0 && again.errors.contains("0 new candidates"))
        #expect(try candidates() == first)
    }

    @Test func asksNobodyElse() async throws {
        server.stop()
        let collected = try await collect("feeds")
        #expect(collected.status == 1)
        #expect(collected.errors.contains("https://blog.example.org/feed.xml: no connection"))
    }
}
