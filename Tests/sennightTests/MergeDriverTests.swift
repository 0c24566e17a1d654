import Foundation
import TestKit
import Testing

/// Real merges by git, through the driver.
@Suite(.startsProcesses)
struct MergeDriverTests {
    private static let issue = """
        Title: Weekly 7
        Number: 7
        Date: 2026-03-04

        ## News
        * [One](https://one.example/1)

        ## Tools

        """

    /// A repository with a draft, set up for merging, and a branch that adds to the same spot as main does.
    private func repository(draft: String = issue, main: String, branch: String) async throws -> ScratchFolder {
        let repository = try ScratchRepository()
        let settings = "title: Weekly\nurl: https://example.org/\n"
        try repository.folder.write("sennight.yaml", settings)
        let setup = await CommandRun.inProcess(["merge-driver", "install"], in: repository.folder.path)
        #expect(setup.status == 0, "\(setup.errors)")
        try repository.commit([
            "sennight.yaml": settings, ".gitattributes": try repository.folder.text(".gitattributes"),
            "draft/next.md": draft,
        ])
        try repository.branch("topic", "draft/next.md", branch)
        try repository.commit("draft/next.md", main)
        return repository.folder
    }

    @discardableResult
    private func git(_ arguments: [String], _ scratch: ScratchFolder, fails: Bool = false) throws -> String {
        let run = try CommandRun.of(Command("git", arguments, in: scratch.path))
        let output = run.output + run.errors
        #expect((run.status != 0) == fails, "git \(arguments): \(output)")
        return output
    }

    private func adding(_ line: String) -> String {
        Self.issue.replacingOccurrences(of: "example/1)\n", with: "example/1)\n\(line)\n")
    }

    @Test func mergesWhatLinesCannot() async throws {
        let scratch = try await repository(
            main: adding("* [Main](https://main.example)"), branch: adding("* [Topic](https://topic.example)"))
        try git(["merge", "-q", "-m", "merge", "topic"], scratch)
        #expect(
            try scratch.text("draft/next.md")
                == adding("* [Main](https://main.example)\n* [Topic](https://topic.example)"))
    }

    @Test func rebasesWhatLinesCannot() async throws {
        let scratch = try await repository(
            main: adding("* [Main](https://main.example)"), branch: adding("* [Topic](https://topic.example)"))
        try git(["checkout", "-q", "topic"], scratch)
        try git(["rebase", "-q", "main"], scratch)
        let text = try scratch.text("draft/next.md")
        #expect(text.contains("main.example") && text.contains("topic.example") && !text.contains("<<<<<<<"))
    }

    @Test func leavesAConflictWithBothSidesText() async throws {
        func title(_ title: String) -> String { Self.issue.replacingOccurrences(of: "[One]", with: "[\(title)]") }
        let scratch = try await repository(main: title("First"), branch: title("Second"))
        let said = try git(["merge", "topic"], scratch, fails: true)
        let text = try scratch.text("draft/next.md")
        #expect(
            text.contains(
                "<<<<<<< ours\n* [First](https://one.example/1)\n=======\n* [Second](https://one.example/1)\n>>>>>>> theirs\n"
            ))
        #expect(
            said.contains("draft/next.md: conflict: '* [First](https://one.example/1)': both sides changed the title."))
    }

    @Test func mergesByLinesWhatIsNoIssue() async throws {
        let scratch = try await repository(
            draft: "one\ntwo\nthree\n", main: "ONE\ntwo\nthree\n", branch: "1\ntwo\nTHREE\n")
        let said = try git(["merge", "topic"], scratch, fails: true)
        let text = try scratch.text("draft/next.md")
        #expect(text.contains("ONE") && text.contains("THREE") && text.contains("<<<<<<<") && text.contains("1\n"))
        #expect(said.contains("not merged by entries"))
    }

    @Test func mergesByLinesABranchThatDeletesTheDraft() async throws {
        let scratch = try await repository(main: adding("* [Main](https://main.example)"), branch: "Title: Gone\n")
        try git(["merge", "topic"], scratch, fails: true)
        let text = try scratch.text("draft/next.md")
        #expect(text.contains("main.example"))
        #expect(try git(["status", "--porcelain"], scratch).contains("UU draft/next.md"))
    }

    @Test func stopsGitWhereNothingCanBeWritten() async throws {
        let scratch = try ScratchFolder()
        let base = try scratch.write("base", Self.issue)
        let branch = try scratch.write("branch", adding("* [Topic](https://topic.example)"))
        // A folder that is not there takes no file.
        let run = await CommandRun.inProcess([
            "merge", "--driver", base, scratch.path("base") + "/main", branch, "draft/next.md",
        ])
        #expect(run.status == 129)
        #expect(run.errors.contains("could not be merged"))
        #expect(try scratch.text("base") == Self.issue)
    }

    @Test func saysWhyTheResultCannotBeWritten() async throws {
        let scratch = try ScratchFolder()
        let base = try scratch.write("base", Self.issue)
        let main = try scratch.write("main", adding("* [Main](https://main.example)"))
        let branch = try scratch.write("branch", adding("* [Topic](https://topic.example)"))
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: main)
        let run = await CommandRun.inProcess(["merge", "--driver", base, main, branch, "draft/next.md"])
        #expect(run.status == 129)
        #expect(run.errors.contains("main: error: Permission denied"), "\(run.errors)")
        #expect(try scratch.text("main") == adding("* [Main](https://main.example)"))
    }

    @Test func setsUpTwiceWithoutDoublingLines() async throws {
        let scratch = try await repository(main: Self.issue + "\nmain\n", branch: Self.issue + "\nbranch\n")
        let before = try scratch.text(".gitattributes")
        #expect(before.contains("draft/*.md merge=sennight\n"))
        #expect(await CommandRun.inProcess(["merge-driver", "install"], in: scratch.path).status == 0)
        #expect(try scratch.text(".gitattributes") == before)
    }
}
