import TestKit
import Testing

@Suite struct RedirectCommandTests {
    @Test func writesWhereAddressesLead() async throws {
        let weekly = try WeeklyFolder()
        for arguments in [
            ["redirect", "7", "discuss", "https://d.example/7"], ["redirect", "jobs", "https://j.example/?a=\"b\""],
            ["redirect", "6", "discuss", "https://d.example/6"],
            ["redirect", "7", "discuss", "https://d.example/seven"],
        ] {
            let run = await CommandRun.inProcess(arguments, in: weekly.scratch.path)
            #expect((run.status, run.output, run.errors) == (0, "points.yaml\n", ""))
        }
        #expect(
            try weekly.scratch.text("points.yaml") == """
                # Targets of the site's permanent addresses; written by 'sennight redirect'.
                jobs: "https://j.example/?a=\\"b\\""
                discuss:
                  6: "https://d.example/6"
                  7: "https://d.example/seven"

                """)
        #expect(await weekly.sennight("build").status == 0)
        #expect(try weekly.scratch.text("site/issues/6/discuss/index.html").contains("https://d.example/6"))
        #expect(try weekly.scratch.text("site/jobs/index.html").contains("https://j.example/?a="))
    }

    @Test func saysThatTheSettingsWin() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("sennight.yaml", WeeklyFolder.settings + "redirects: { jobs: https://s.example }\n")
        let run = await weekly.sennight("redirect", "jobs", "https://j.example")
        #expect(run.status == 0)
        #expect(
            run.errors
                == "The address still redirects to https://s.example, because 'redirects:' in sennight.yaml takes precedence.\n"
        )
    }

    @Test func refusesWhatLeadsNowhere() async throws {
        let weekly = try WeeklyFolder()
        #expect(
            await weekly.sennight("redirect", "jobs", "j.example").errors.contains("'j.example' isn't a web address"))
        for arguments in [
            ["redirect", "jobs"], ["redirect", "0", "discuss", "https://d.example"], ["redirect", "7", "x", "y"],
        ] {
            #expect(await CommandRun.inProcess(arguments, in: weekly.scratch.path).status == 64)
        }
        #expect(!weekly.scratch.exists("points.yaml"))
    }

    @Test func keepsAFileThatItCannotRead() async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write("points.yaml", "jbos: x\n")
        let run = await weekly.sennight("redirect", "jobs", "https://j.example")
        #expect(run.status == 2)
        #expect(run.errors.contains("points.yaml:1:1: error: unknown key 'jbos'"))
        #expect(try weekly.scratch.text("points.yaml") == "jbos: x\n")
    }
}
