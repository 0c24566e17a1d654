import TestKit
import Testing

@Suite(.startsProcesses) struct CorrectCommandTests {
    private static let settings = "title: W\nurl: https://w.example/\nsections: [{ kind: links, headings: [News] }]\n"
    private static let issue = "Title: W 1\nNumber: 1\nDate: 2026-01-07\n\n## News\n\n* [Tea](https://tea.example/)\n"

    @Test func recordsListsShowsAndUndoes() async throws {
        let repository = try ScratchRepository()
        try repository.commit(["sennight.yaml": Self.settings, "content/1.md": Self.issue])
        let folder = repository.folder
        try folder.write("content/1.md", Self.issue.replacing("[Tea]", with: "[Green tea]"))
        let run = await CommandRun.inProcess(["correct", "1", "--reason", "It was green."], in: folder.path)
        #expect(
            (run.status, run.output, run.errors) == (
                0, "corrections/1.jsonl\n", "edited 'Green tea' under News\nThe note is shown beside 'Green tea'.\n"
            ))
        let list = await CommandRun.inProcess(["correct", "1", "--list"], in: folder.path)
        #expect(list.output.hasSuffix("  It was green. ['Green tea']\n  edited 'Green tea' under News\n"))
        #expect(await CommandRun.inProcess(["build"], in: folder.path).status == 0)
        let page = try folder.text("site/blog/2026/01/07/w-1/index.html")
        #expect(page.contains("<span>It was green. <a href=\"#e") && page.contains(">Corrected on "))
        let undo = await CommandRun.inProcess(["undo"], in: folder.path)
        #expect((undo.status, undo.output) == (0, "corrections/1.jsonl\n"))
        #expect(!folder.exists("corrections/1.jsonl"))
    }

    @Test(arguments: [["correct", "6"], ["correct", "6", "--list", "--reason", "R."], ["correct", "--reason", "R."]])
    func wantsAReasonOrAList(arguments: [String]) async throws {
        let weekly = try WeeklyFolder()
        let run = await CommandRun.inProcess(arguments, in: weekly.scratch.path)
        withExtendedLifetime(weekly) {}
        #expect(run.status == 64)
    }

    @Test func namesWhatIsMissing() async throws {
        let run = try await WeeklyFolder().sennight("correct", "9", "--reason", "R.")
        #expect(
            (run.status, run.errors) == (2, "error: issue '9' not found. Give its number or the path of its file\n"))
    }
}
