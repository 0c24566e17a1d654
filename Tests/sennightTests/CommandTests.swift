import Foundation
import TestKit
import Testing

@Suite(.startsProcesses)
struct CommandTests {
    @Test func saysItsVersion() throws {
        let run = try CommandRun.sennight(["--version"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: ".").count == 3)
    }

    @Test func endsWith64OnWrongUsage() throws {
        #expect(try CommandRun.sennight(["build", "--no-such-option"]).status == 64)
        #expect(try CommandRun.sennight(["inspect"]).status == 64)
        #expect(try CommandRun.sennight(["build", "--jobs", "0"]).status == 64)
    }

    @Test func makesAPublicationThatBuildsAtOnce() throws {
        let scratch = try ScratchFolder()
        let made = try CommandRun.sennight(["init", "weekly", "--title", "Tea \"Weekly\""], in: scratch.path)
        #expect(made.status == 0)
        let built = try CommandRun.sennight(["build", "--publication", "weekly"], in: scratch.path)
        #expect(built.status == 0, "\(built.errors)")
        #expect(built.output == "weekly/site\n")
        #expect(try scratch.text("weekly/site/index.html").contains("Tea &quot;Weekly&quot;"))
        #expect(try scratch.text("weekly/site/events.ics").contains("BEGIN:VEVENT"))
    }

    @Test func makesNoPublicationInAFolderThatIsNotEmpty() throws {
        let scratch = try ScratchFolder()
        try scratch.write("weekly/mine.txt", "mine")
        let run = try CommandRun.sennight(["init", "weekly"], in: scratch.path)
        #expect(run.status == 64)
        #expect(try scratch.files(below: "weekly") == ["mine.txt"])
    }

    @Test func writesTheThemeOutAndKeepsWhatIsThere() throws {
        let scratch = try ScratchFolder()
        _ = try CommandRun.sennight(["init", "weekly"], in: scratch.path)
        try scratch.write("weekly/theme/foot.mustache", "</main></body></html>")
        let run = try CommandRun.sennight(["theme", "--eject", "--publication", "weekly"], in: scratch.path)
        #expect(run.status == 0)
        #expect(try scratch.text("weekly/theme/foot.mustache") == "</main></body></html>")
        #expect(scratch.exists("weekly/theme/style.css"))
        #expect(try CommandRun.sennight(["build", "--publication", "weekly"], in: scratch.path).status == 0)
    }

    @Test func keepsItsMemoryWhereItIsTold() throws {
        let scratch = try ScratchFolder()
        _ = try CommandRun.sennight(["init", "weekly"], in: scratch.path)
        let run = try CommandRun.sennight(
            ["build", "--publication", "weekly", "--state", "state", "--output", "out"], in: scratch.path)
        #expect(run.status == 0)
        #expect(scratch.exists("state/cache/issues"))
        #expect(!scratch.exists("weekly/.sennight"))
        #expect(scratch.exists("out/index.html"))
    }

    @Test func namesTheSettingsThatAreNotThere() throws {
        let scratch = try ScratchFolder()
        let run = try CommandRun.sennight(["build"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("sennight.yaml: error: cannot read the settings"))
        #expect(run.output.isEmpty)
    }

    @Test func makesAPublicationThatTheGuidesCommandsWorkIn() throws {
        let scratch = try ScratchFolder()
        #expect(try CommandRun.sennight(["init", "weekly"], in: scratch.path).status == 0)
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
            let run = try CommandRun.sennight(arguments, in: folder)
            #expect(run.status == 0, "\(arguments): \(run.errors)")
        }
    }

    @Test func setsNothingUpOutsideARepository() throws {
        let scratch = try ScratchFolder()
        #expect(try CommandRun.sennight(["init", "weekly"], in: scratch.path).status == 0)
        let run = try CommandRun.sennight(["merge-driver", "install", "--publication", "weekly"], in: scratch.path)
        #expect(run.status == 2)
        #expect(run.errors.contains("Run this in a git repository"))
        #expect(!scratch.exists("weekly/.gitattributes"))
    }
}
