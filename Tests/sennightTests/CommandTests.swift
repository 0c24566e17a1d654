import Foundation
import TestKit
import Testing

@Suite struct CommandTests {
    @Test func saysItsVersion() async throws {
        let run = await CommandRun.inProcess(["--version"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: ".").count == 3)
    }

    @Test func endsWith64OnWrongUsage() async throws {
        #expect(await CommandRun.inProcess(["build", "--no-such-option"]).status == 64)
        #expect(await CommandRun.inProcess(["inspect"]).status == 64)
        #expect(await CommandRun.inProcess(["build", "--jobs", "0"]).status == 64)
    }

    @Test func makesAPublicationThatBuildsAtOnce() async throws {
        let scratch = try ScratchFolder()
        let made = await CommandRun.inProcess(["init", "weekly", "--title", "Tea \"Weekly\""], in: scratch.path)
        #expect(made.status == 0)
        let built = await CommandRun.inProcess(["build", "--publication", "weekly"], in: scratch.path)
        #expect(built.status == 0, "\(built.errors)")
        #expect(built.output == "weekly/site\n")
        #expect(try scratch.text("weekly/site/index.html").contains("Tea &quot;Weekly&quot;"))
        #expect(try scratch.text("weekly/site/events.ics").contains("BEGIN:VEVENT"))
    }

    @Test func makesNoPublicationInAFolderThatIsNotEmpty() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("weekly/mine.txt", "mine")
        let run = await CommandRun.inProcess(["init", "weekly"], in: scratch.path)
        #expect(run.status == 64)
        #expect(try scratch.files(below: "weekly") == ["mine.txt"])
    }

    @Test func writesTheThemeOutAndKeepsWhatIsThere() async throws {
        let scratch = try ScratchFolder()
        _ = await CommandRun.inProcess(["init", "weekly"], in: scratch.path)
        try scratch.write("weekly/theme/foot.mustache", "</main></body></html>")
        let run = await CommandRun.inProcess(["theme", "--eject", "--publication", "weekly"], in: scratch.path)
        #expect(run.status == 0)
        #expect(try scratch.text("weekly/theme/foot.mustache") == "</main></body></html>")
        #expect(scratch.exists("weekly/theme/style.css"))
        #expect(await CommandRun.inProcess(["build", "--publication", "weekly"], in: scratch.path).status == 0)
    }

    @Test func keepsItsMemoryWhereItIsTold() async throws {
        let scratch = try ScratchFolder()
        _ = await CommandRun.inProcess(["init", "weekly"], in: scratch.path)
        let run = await CommandRun.inProcess(
            ["build", "--publication", "weekly", "--state", "state", "--output", "out"], in: scratch.path)
        #expect(run.status == 0)
        #expect(scratch.exists("state/cache/issues"))
        #expect(!scratch.exists("weekly/.sennight"))
        #expect(scratch.exists("out/index.html"))
    }

    @Test func namesTheSettingsThatAreNotThere() async throws {
        let scratch = try ScratchFolder()
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("sennight.yaml: error: can't read the settings"))
        #expect(run.output.isEmpty)
    }

    @Test func makesAPublicationThatTheGuidesCommandsWorkIn() async throws {
        let scratch = try ScratchFolder()
        #expect(await CommandRun.inProcess(["init", "weekly"], in: scratch.path).status == 0)
        let folder = scratch.path("weekly")
        for arguments in [
            ["draft"], ["add", "https://a.example/tea", "--title", "Tea", "--section", "News", "--tag", "video"],
            ["move", "https://a.example/tea", "--section", "Articles"],
            [
                "add", "event", "https://a.example/m", "--title", "M", "--date", "2999-01-02", "--region", "Europe",
                "--place", "Ulm, DE",
                "--organizer", "O",
            ],
            ["add", "call", "https://a.example/c", "--title", "C", "--closes", "2999-01-02"],
            ["add", "pick", "https://a.example/p", "--title", "p", "--thanks", "Ann"],
            ["add", "quote", "https://a.example/q", "--text", "Q", "--by", "Q"], ["sort"], ["status"],
            ["finish"],
        ] {
            let run = await CommandRun.inProcess(arguments, in: folder)
            #expect(run.status == 0, "\(arguments): \(run.errors)")
        }
    }

    @Test func setsNothingUpOutsideARepository() async throws {
        let scratch = try ScratchFolder()
        #expect(await CommandRun.inProcess(["init", "weekly"], in: scratch.path).status == 0)
        let run = await CommandRun.inProcess(["merge-driver", "install", "--publication", "weekly"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("Run the command in a git repository"))
        #expect(!scratch.exists("weekly/.gitattributes"))
    }
}
