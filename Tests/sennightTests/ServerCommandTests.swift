import TestKit
import Testing

/// `serve` and `replay` where they can't begin, and commands that are pointed at a replay.
@Suite struct ServerCommandTests {
    @Test func serveReportsWhatIsWrongWithTheFirstBuild() async throws {
        let scratch = try ScratchFolder()
        let run = await CommandRun.inProcess(["serve", "--publication", scratch.path, "--port", "0"])
        #expect(run.status == 2)
        #expect(run.errors.contains("can't read the settings"))
    }

    @Test func replayRefusesFoldersWithoutAnswers() async throws {
        let scratch = try ScratchFolder()
        try scratch.write("empty/notes.txt", "")
        try scratch.write("broken/a.http", "GET nowhere\n")
        let empty = await CommandRun.inProcess(["replay", scratch.path("empty")])
        #expect(empty.status == 2 && empty.errors.contains("no recorded responses found"))
        let broken = await CommandRun.inProcess(["replay", scratch.path("broken")])
        #expect(broken.status == 2 && broken.errors.contains("a.http:1:1: error: the first line isn't a request"))
    }

    @Test(arguments: ["192.0.2.1:80", "replay.example:80", "nonsense", "0.0.0.0:1"])
    func refusesToSendTokensToOtherMachines(endpoint: String) async throws {
        let scratch = try ScratchFolder()
        try scratch.copy(TestData.packageRoot + "/Examples/swift-server-weekly", to: "weekly")
        let run = await CommandRun.inProcess(
            ["collect"], in: scratch.path("weekly"), environment: ["SENNIGHT_REPLAY": endpoint])
        #expect(run.status == 2)
        #expect(run.errors.contains("'\(endpoint)' in SENNIGHT_REPLAY isn't an endpoint on this machine"))
    }
}
