import TestKit
import Testing

/// What is no issue is told in a sentence by every command, with exit 2: exit 1 is for findings.
@Suite struct DraftThatIsNoneTests {
    private let commands = [
        ["status"], ["add", "https://a.example", "--title", "A", "--section", "Here"], ["finish"], ["sort"],
    ]

    @Test(arguments: [
        (Array("Title: W\n\n".utf8), "draft/7.md:1:1: error: the issue has no date."),
        (
            Array("Title: W\nDate: 2999-03-10\n\nab".utf8) + [0xFF, 0x0A],
            "draft/7.md:4:3: error: a byte here isn't UTF-8."
        ),
        ([], "draft/7.md: error: this draft is empty."),
    ])
    func tellsWhatIsWrong(bytes: [UInt8], fault: String) async throws {
        let weekly = try WeeklyFolder(draft: nil)
        try weekly.scratch.write("draft/7.md", bytes)
        for command in commands {
            let run = await CommandRun.inProcess(command, in: weekly.scratch.path)
            #expect(run.status == 2, "\(command)")
            #expect(run.errors.hasPrefix(fault), "\(run.errors)")
        }
        #expect(try weekly.scratch.files(below: "draft") == ["7.md"])
    }

    @Test func tellsOfAFolderOfIssuesThatIsNotThere() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", WeeklyFolder.settings)
        try scratch.write("draft/7.md", WeeklyFolder.draft)
        for command in [commands[1], ["finish"], ["draft", "--date", "2999-03-10"]] {
            let run = await CommandRun.inProcess(command, in: scratch.path)
            #expect(run.status == 2, "\(command)")
            #expect(run.errors.hasPrefix("content: error: "), "\(run.errors)")
        }
        #expect(try scratch.text("draft/7.md") == WeeklyFolder.draft)
    }
}
