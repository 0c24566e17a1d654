import TestKit
import Testing

@Suite(.startsProcesses) struct ChooseCommandTests {
    /// A week of merged pull requests, as one source has brought them.
    private func weekly(pulls count: Int) throws -> WeeklyFolder {
        let weekly = try WeeklyFolder(
            draft: WeeklyFolder.draft.replacing("## Speakers\n", with: "## Changes\n\n## Speakers\n"))
        try weekly.scratch.write(
            "sennight.yaml", WeeklyFolder.settings + "  - { kind: pull-requests, headings: [Changes] }\n")
        let lines = (1...count).map { number in
            let component = ["Kettle", "Cup"][number % 2]
            return
                #"{"identity":"github.com/o/r/pull/\#(number)","kind":"pull-requests","pullRequest":{"number":\#(number),"repository":"o/r"},"section":"\#(component)","source":"pulls","title":"pour it \#(number)","url":"https://github.com/o/r/pull/\#(number)"}"#
        }
        try weekly.scratch.write("candidates/7/pulls.jsonl", lines.joined(separator: "\n") + "\n")
        return weekly
    }

    /// The sheet with `add` before as many as are named, and `no` before the others.
    private func sheet(_ weekly: WeeklyFolder, adding numbers: Set<Int>) async throws -> String {
        let sheet = await weekly.sennight("choose", "--from", "-").output
        return sheet.split(separator: "\n", omittingEmptySubsequences: false).map { line in
            guard !line.hasPrefix("#"), let title = line.firstRange(of: "pour it ") else { return String(line) }
            let number = Int(line[title.upperBound...].prefix { $0.isNumber }) ?? 0
            return (numbers.contains(number) ? "add" : "no") + line.drop { $0 != " " }
        }.joined(separator: "\n")
    }

    @Test func choosesFiftyOneOfFourHundredAndSixtyTwoAtOnce() async throws {
        let weekly = try weekly(pulls: 462)
        #expect(await weekly.sennight("candidates").errors == "462 candidates are waiting for a decision.\n")
        let numbers = Set((1...51).map { $0 * 9 })
        try weekly.scratch.write("sheet.txt", try await sheet(weekly, adding: numbers))
        let run = await weekly.sennight("choose", "--from", "sheet.txt")
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "51 added, 411 declined.\n")
        let body = try weekly.body
        #expect(body.split(separator: "\n").count { $0.contains("/o/r/pull/") } == 51)
        #expect(
            body.contains("## Changes\n\n### Kettle\n\n* [pour it ")
                || body.contains("## Changes\n\n### Cup\n\n* [pour it "))
        #expect(body.split(separator: "\n").count { $0 == "### Kettle" || $0 == "### Cup" } == 2)
        #expect(try weekly.decisions.split(separator: "\n").count == 462)
        // None is asked again, and nothing comes in behind the editors' backs.
        #expect(await weekly.sennight("choose", "--from", "sheet.txt").errors == "No candidates are waiting.\n")
        #expect(await weekly.sennight("candidates").errors == "0 candidates are waiting for a decision.\n")
        _ = await weekly.sennight("draft", "fill")
        #expect(try weekly.body == body)
    }

    @Test func changesNothingWhenTheSheetIsEmptied() async throws {
        let weekly = try weekly(pulls: 3)
        try weekly.scratch.write("sheet.txt", "\n# add 1 Cup | pour it 1\n")
        let body = try weekly.body
        let run = await weekly.sennight("choose", "--from", "sheet.txt")
        #expect(run.status == 0)
        #expect(run.errors == "The sheet is empty; nothing was changed.\n")
        #expect(try weekly.body == body)
        #expect(try weekly.decisions.isEmpty)
    }

    @Test func opensTheSheetInTheEditor() throws {
        let weekly = try weekly(pulls: 2)
        let editor = try weekly.scratch.write(
            "edit.sh", "sed -i 's/^[a-z]* *1 /add 1 /; s/^[a-z]* *2 /later 2 /' \"$1\"\n")
        let run = try CommandRun.sennight(
            ["choose", "changes"], in: weekly.scratch.path,
            environment: ["VISUAL": "sh \(editor)", "EDITOR": "false"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors == "1 added, 0 declined.\n")
        let failed = try CommandRun.sennight(
            ["choose"], in: weekly.scratch.path, environment: ["VISUAL": "false"])
        #expect(failed.status == 2)
        #expect(failed.errors.contains("the editor exited with status 1; nothing was changed"))
    }

    @Test func keepsTheWordOfWhatHasNoPlaceYet() async throws {
        let weekly = try weekly(pulls: 1)
        let whole = try weekly.scratch.text("draft/7.md")
        try weekly.scratch.write("draft/7.md", whole.replacing("## Changes\n\n", with: ""))
        try weekly.scratch.write("sheet.txt", "add 1 Cup | pour it well\n")
        let run = await weekly.sennight("choose", "--from", "sheet.txt")
        #expect(run.status == 1)
        #expect(run.errors.contains("the draft has no section 'Cup'"))
        #expect(await weekly.sennight("candidates").errors == "0 candidates are waiting for a decision.\n")
        #expect(await weekly.sennight("draft", "fill").status == 1)
        try weekly.scratch.write("draft/7.md", whole)
        #expect(await weekly.sennight("draft", "fill").errors == "1 added, 0 waiting for 'sennight choose'.\n")
        #expect(try weekly.body.contains("### Cup\n\n* [pour it well](https://github.com/o/r/pull/1)\n"))
    }
}
