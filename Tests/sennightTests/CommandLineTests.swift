import TestKit
import Testing

/// What the command line does for an editor in a hurry: suggestions, and the publication's folder.
@Suite struct CommandLineTests {
    @Test(arguments: [
        (["biuld"], "'biuld' isn't a command. Did you mean 'build'?"),
        (["subscribers", "imprt"], "'imprt' isn't a command. Did you mean 'import'?"),
        (["draft", "neww"], "'neww' isn't a command. Did you mean 'new'?"),
        (["store", "xyzzyx"], "'xyzzyx' isn't a command. The commands are: "),
    ])
    func suggestsACommand(arguments: [String], message: String) async {
        let run = await CommandRun.inProcess(arguments)
        #expect(run.status == 64)
        #expect(run.errors.contains(message), "\(run.errors)")
    }

    @Test(arguments: [["add", "https://a.example/build"], ["build", "--otput", "x"], ["help", "biuld"]])
    func suggestsNoCommandForOtherMistakes(arguments: [String]) async {
        let run = await CommandRun.inProcess(arguments)
        #expect(!run.errors.contains("Did you mean 'build'"), "\(run.errors)")
    }

    @Test func findsTheSettingsInAFolderAbove() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("content/images/a.txt", "")
        let run = await CommandRun.inProcess(
            ["add", "https://a.example", "--title", "A", "--section", "Here"], in: weekly.scratch.path("content/images")
        )
        #expect(run.status == 0, "\(run.errors)")
        #expect(try weekly.body.contains("* [A](https://a.example)"))
        #expect(!weekly.scratch.exists("content/images/.sennight"))
    }

    @Test func stillAsksForSettingsWhereThereAreNone() async throws {
        let folder = try ScratchFolder()
        let run = await CommandRun.inProcess(["status"], in: folder.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("sennight.yaml: error: can't read the settings"), "\(run.errors)")
    }

    @Test func choosesADraftByItsName() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "draft/8.md", WeeklyFolder.draft.replacing("7", with: "8").replacing("03-10", with: "03-17"))
        for name in ["7", "7.md", "draft/7.md"] {
            let run = await weekly.sennight("status", "--draft", name)
            #expect(run.output.hasPrefix("Weekly 7"), "\(name): \(run.output)\(run.errors)")
        }
        let run = await weekly.sennight("status", "--draft", "9")
        #expect(run.status == 2)
        #expect(run.errors.contains("there is no draft '9'. Name a file in "), "\(run.errors)")
    }

    @Test(arguments: [
        (
            ["add", "https://a.example/b c", "--title", "A", "--section", "Here"],
            "contains a space. Write %20 in its place"
        ),
        (
            ["redirect", "999", "discuss", "https://a.example"],
            "issue 999 not found. The last one is 6, and the next one"
        ),
    ])
    func saysWhatIsWrong(arguments: [String], message: String) async throws {
        let weekly = try WeeklyFolder()
        let run = await CommandRun.inProcess(arguments, in: weekly.scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains(message), "\(run.errors)")
        #expect(try weekly.body == WeeklyFolder.sections)
    }

    @Test func redirectsTheDiscussionOfTheNextIssue() async throws {
        let weekly = try WeeklyFolder()
        #expect(await weekly.sennight("redirect", "7", "discuss", "https://a.example").status == 0)
    }

    @Test(arguments: ["bash", "zsh", "fish"])
    func writesCompletionsForAShell(shell: String) async {
        let run = await CommandRun.inProcess(["--generate-completion-script", shell])
        #expect(run.status == 0)
        for word in ["merge-driver", "--new-region", "subscribers"] {
            #expect(run.output.contains(word.drop { $0 == "-" }), "\(word)")
        }
    }
}
