import TestKit
import Testing

/// Commands that work on one draft at the same time, as real processes.
@Suite(.startsProcesses)
struct ParallelCommandsTests {
    @Test func losesNoEntry() throws {
        let weekly = try WeeklyFolder()
        let commands = (1...4).map { number in
            ["add", "https://a.example/\(number)", "--title", "A\(number)", "--section", "Here"]
        }
        let runs = try CommandRun.together(commands, in: weekly.scratch.path)
        let (body, decisions) = (try weekly.body, try weekly.decisions)
        for (number, run) in zip(1..., runs) {
            let isThere = body.contains("* [A\(number)](https://a.example/\(number))\n")
            #expect(isThere == (run.status == 0), "\(number): \(run.errors)")
            #expect(decisions.contains("\"a.example/\(number)\"") == isThere)
            // A machine that is very slow may make one wait for too long; that is told, and nothing else goes wrong.
            #expect(run.status == 0 || run.errors.contains("another command has been writing here"), "\(run.errors)")
        }
        #expect(runs.contains { $0.status == 0 })
    }

    @Test func takesPullRequestsInWhileEntriesAreAdded() throws {
        let weekly = try IntakeRepository()
        try weekly.repository.folder.write(
            "sennight.yaml",
            "title: Weekly\nurl: https://example.org/\nsections: [ { kind: links, headings: [News, Tools] } ]\n")
        for number in 1...4 { try weekly.pull("\(number)", "* [P\(number)](https://p.example/\(number))") }
        let adding = (1...3).map { ["add", "https://a.example/\($0)", "--title", "A\($0)", "--section", "Tools"] }
        let intake = [["intake", "--branches", "pr/*"]]
        let runs = try CommandRun.together(
            adding[..<2] + intake + adding[2...] + intake, in: weekly.repository.folder.path)
        let draft = try weekly.draft
        #expect(runs.allSatisfy { $0.status == 0 }, "\(runs.map(\.errors))")
        for number in 1...3 { #expect(draft.contains("[A\(number)](")) }
        for number in 1...4 {
            #expect(draft.split(separator: "[P\(number)](", omittingEmptySubsequences: false).count == 2)
        }
    }

    @Test func leavesNothingBehindThatGitWouldSee() async throws {
        let weekly = try WeeklyFolder()
        #expect(await weekly.sennight("sort").status == 0)
        #expect(
            try weekly.scratch.files(below: ".sennight").allSatisfy { $0.hasPrefix("cache/") || $0.hasPrefix("undo/") })
    }
}
