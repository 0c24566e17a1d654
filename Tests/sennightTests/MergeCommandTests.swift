import Foundation
import TestKit
import Testing

@Suite(.startsProcesses)
struct MergeCommandTests {
    private static let issue = "Title: W\nDate: 2026-03-04\n\n## News\n* [One](https://one.example)\n"

    private func run(
        base: String = issue, main: String = issue, branch: String = issue, extra: [String] = []
    ) async throws -> (CommandRun, ScratchFolder) {
        let scratch = try ScratchFolder()
        try scratch.write("base.md", base)
        try scratch.write("main.md", main)
        try scratch.write("branch.md", branch)
        return (
            await CommandRun.inProcess(["merge", "base.md", "main.md", "branch.md"] + extra, in: scratch.path), scratch
        )
    }

    @Test func printsTheMerge() async throws {
        let (run, _) = try await run(
            main: Self.issue + "* [Main](https://main.example)\n", branch: Self.issue + "* [B](https://b.example)\n")
        #expect(run.status == 0)
        #expect(run.output == Self.issue + "* [Main](https://main.example)\n* [B](https://b.example)\n")
        #expect(run.errors.isEmpty)
    }

    @Test func endsWith1OnAConflict() async throws {
        let (run, scratch) = try await run(
            main: Self.issue.replacing("[One]", with: "[A]"), branch: Self.issue.replacing("[One]", with: "[B]"),
            extra: ["-o", "out.md"])
        #expect(run.status == 1)
        #expect(try scratch.text("out.md").contains("<<<<<<< main\n"))
        #expect(run.errors.contains("out.md: conflict:"))
    }

    @Test func refusesWhatIsNoIssue() async throws {
        for (main, words) in [
            ("just text\n", "the file isn't an issue"), ("", "the file is empty"),
            ("Title: Gone\n", "has nothing in common"),
            ("Title: A\n\n## Other\n* [X](https://x.example)\n", "has nothing in common"),
        ] {
            let (run, scratch) = try await run(main: main, extra: ["-o", "out.md"])
            #expect(run.status == 2, "\(main)")
            #expect(run.errors.contains(words), "\(run.errors)")
            #expect(!scratch.exists("out.md"))
        }
    }

    @Test func refusesAFileThatIsNotThere() async throws {
        let run = await CommandRun.inProcess([
            "merge", "no-base.md", "no-main.md", "no-branch.md", "-o", "/nowhere/out.md",
        ])
        #expect(run.status == 2)
        #expect(run.errors.contains("no-base.md: error: No such file or directory."))
    }

    @Test func takesAFourthFileOnlyAsADriver() async throws {
        #expect(await CommandRun.inProcess(["merge", "a", "b", "c", "d"]).status == 64)
    }

    @Test(.enabled(if: FileManager.default.fileExists(atPath: "/dev/full"), "there is no /dev/full here"))
    func saysThatTheResultWasNotWritten() throws {
        let scratch = try ScratchFolder()
        let issue = try scratch.write("issue.md", "Title: Weekly 7\nNumber: 7\nDate: 2026-03-04\n\n## News\n")
        let run = try CommandRun.of(
            Command(try CommandRun.program(), ["merge", issue, issue, issue], output: "/dev/full"))
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("error: the result could not be written completely (no space left on device)."))
    }
}
