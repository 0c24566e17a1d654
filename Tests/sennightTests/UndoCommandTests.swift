import TestKit
import Testing

@Suite(.startsProcesses)
struct UndoCommandTests {
    private static let draft = WeeklyFolder.draft.replacing(
        "### Here\n", with: "### Here\n\n* [A ](https://a.example/)\n")

    private func weekly() throws -> WeeklyFolder {
        let weekly = try WeeklyFolder(draft: Self.draft)
        try weekly.scratch.write(
            "sennight.yaml",
            WeeklyFolder.settings.replacing("headings: [News] }", with: "headings: [News], auto: all }"))
        try weekly.scratch.write(
            "candidates/7/blogs.jsonl",
            #"{"identity":"b.example/tea","kind":"links","section":"There","source":"blogs","title":"Tea","url":"https://b.example/tea"}"#
                + "\n")
        try weekly.scratch.write("sheet.txt", "add 1 There | Tea\n")
        return weekly
    }

    /// Everything but what can be made again.
    private func files(_ weekly: WeeklyFolder) throws -> [String: String] {
        let paths = try weekly.scratch.files().filter {
            !$0.hasPrefix(".sennight/cache/") && !$0.hasPrefix(".sennight/undo/")
        }
        return Dictionary(uniqueKeysWithValues: try paths.map { ($0, try weekly.scratch.text($0)) })
    }

    @Test(arguments: [
        ["add", "https://c.example", "--title", "C", "--section", "Here"],
        ["move", "https://a.example/", "--section", "There"],
        ["remove", "https://a.example/", "--why", "dull"], ["draft", "fill"],
        ["choose", "--from", "sheet.txt"], ["finish"], ["check", "--fix", "draft/7.md", "content/6.md"],
        ["redirect", "jobs", "https://jobs.example"],
    ])
    func takesBackAndDoesAgain(command: [String]) async throws {
        let weekly = try weekly()
        let before = try files(weekly)
        let run = await CommandRun.inProcess(command, in: weekly.scratch.path)
        let after = try files(weekly)
        #expect(after != before, "\(run.errors)")
        let undo = await weekly.sennight("undo")
        #expect(undo.status == 0, "\(undo.errors)")
        #expect(undo.errors.hasPrefix("Undone: sennight \(command.joined(separator: " "))\n"))
        #expect(try files(weekly) == before)
        #expect(await weekly.sennight("undo", "--redo").status == 0)
        #expect(try files(weekly) == after)
        #expect(await weekly.sennight("undo", "--redo").status == 2)
        #expect(await weekly.sennight("undo").status == 0)
        #expect(try files(weekly) == before)
    }

    private func add(_ weekly: WeeklyFolder, _ names: String...) async throws {
        for name in names {
            let run = await weekly.sennight("add", "https://\(name).example", "--title", name, "--section", "Here")
            #expect(run.status == 0, "\(run.errors)")
        }
    }

    @Test func goesBackStepByStepOrSeveralAtOnce() async throws {
        let weekly = try weekly()
        try await add(weekly, "p", "q", "r")
        #expect(await weekly.sennight("undo").output == "decisions/7.jsonl\ndraft/7.md\n")
        #expect(try !weekly.body.contains("r.example"))
        #expect(try weekly.body.contains("q.example"))
        #expect(await weekly.sennight("undo", "2").status == 0)
        #expect(try weekly.scratch.text("draft/7.md") == Self.draft)
        let run = await weekly.sennight("undo")
        #expect(run.status == 2)
        #expect(run.errors == "error: nothing to undo. 'sennight undo --list' lists the commands\n")
    }

    @Test func refusesWhereAnEditorWentOn() async throws {
        let weekly = try weekly()
        try await add(weekly, "p")
        try weekly.scratch.write("draft/7.md", try weekly.scratch.text("draft/7.md") + "\nMine.\n")
        let edited = try files(weekly)
        let run = await weekly.sennight("undo")
        #expect(run.status == 2)
        #expect(run.errors.hasPrefix("draft/7.md: error: this file has changed since 'sennight add https://p.example"))
        #expect(try files(weekly) == edited)
        // What was edited between two commands stays as well.
        try await add(weekly, "q")
        #expect(await weekly.sennight("undo", "2").status == 2)
        #expect(await weekly.sennight("undo").status == 0)
        #expect(try files(weekly) == edited)
        #expect(await weekly.sennight("undo").status == 2)
        #expect(try files(weekly) == edited)
    }

    @Test func listsWhatWasDone() async throws {
        let weekly = try weekly()
        try await add(weekly, "p", "q")
        _ = await weekly.sennight("undo")
        let run = await weekly.sennight("undo", "--list")
        #expect(run.errors == "1 command can be undone.\n")
        let lines = run.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[0].hasPrefix("3  20") && lines[0].hasSuffix("  sennight undo  decisions/7.jsonl, draft/7.md"))
        #expect(lines[1].contains("--title q --section Here (undone)  draft/7.md, decisions/7.jsonl"))
        #expect(lines[2].hasPrefix("1  20") && !lines[2].contains("undone"))
    }

    @Test func saysThatACommitStays() async throws {
        let repository = try IntakeRepository()
        try repository.pull("a", "* [A](https://a.example)")
        _ = try await repository.intake()
        try repository.repository.commit(
            [
                IntakeRepository.path: repository.draft,
                "intake/7.jsonl": repository.repository.folder.text("intake/7.jsonl"),
            ],
            message: "Merge a")
        let run = await CommandRun.inProcess(["undo"], in: repository.repository.folder.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("These files were already committed. Commit them again: "))
        #expect(try repository.draft == IntakeRepository.draft)
    }

    @Test func worksFromAnyFolder() async throws {
        let weekly = try weekly()
        try await add(weekly, "p")
        let run = await CommandRun.inProcess(["undo", "--publication", weekly.scratch.path], in: "/")
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.scratch.text("draft/7.md") == Self.draft)
    }
}
