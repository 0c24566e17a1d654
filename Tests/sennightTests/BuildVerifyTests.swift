import Foundation
import TestKit
import Testing

@Suite(.startsProcesses) struct BuildVerifyTests {
    private func built() async throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: W\nurl: https://w.example/\n")
        try scratch.write("content/1.md", "Title: W 1\nNumber: 1\nDate: 2026-01-01\n\nHello\n")
        try scratch.write("static/a.txt", "a")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        return scratch
    }

    @Test func repairsAFileThatWasOverwritten() async throws {
        let scratch = try await built()
        let style = try scratch.text("site/style.css")
        try scratch.write("site/style.css", "y\n")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 0)
        #expect(run.errors.contains(" 1 file written, "), "\(run.errors)")
        #expect(try scratch.text("site/style.css") == style)
    }

    @Test func listsWhatDiffers() async throws {
        let scratch = try await built()
        #expect(await CommandRun.inProcess(["build", "--verify"], in: scratch.path).output == "")
        let path = scratch.path("site/a.txt")
        let time = try #require(FileManager.default.attributesOfItem(atPath: path)[.modificationDate] as? Date)
        try scratch.write("site/a.txt", "b")
        // Neither size nor time tell, up to what this call can set.
        try FileManager.default.setAttributes([.modificationDate: time], ofItemAtPath: path)
        try FileManager.default.removeItem(atPath: scratch.path("site/404.html"))
        let run = await CommandRun.inProcess(["build", "--verify"], in: scratch.path)
        #expect(run.status == 1)
        #expect(run.output == "site/404.html: was missing\nsite/a.txt: had other content\n")
        #expect(try scratch.text("site/a.txt") == "a")
        let again = await CommandRun.inProcess(["build", "--verify"], in: scratch.path)
        #expect((again.status, again.output) == (0, ""))
    }

    @Test("Survives a full disk", arguments: [2, 4, 8, 24]) func survivesAFullDisk(kilobytes: Int) async throws {
        let scratch = try ScratchFolder()
        try scratch.write("sennight.yaml", "title: W\nurl: https://w.example/\n")
        try scratch.write("content/1.md", "Title: W 1\nNumber: 1\nDate: 2026-01-01\n\nHello\n")
        for number in 0..<400 { try scratch.write("static/\(number).txt", "1") }
        for _ in 1...2 {
            try scratch.write("static/0.txt", UUID().uuidString)
            #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        }
        try scratch.write("static/0.txt", "new")
        // No file may grow larger than this: the list of files is the largest.
        let script = "trap '' XFSZ; ulimit -f \(kilobytes); exec \"$0\" build"
        let stopped = try CommandRun.of(
            Command("bash", ["-c", script, try CommandRun.program()], in: scratch.path))
        #expect(stopped.status == 2)
        #expect(try scratch.text("site/0.txt") != "new", "the old site is still there, whole")
        let run = await CommandRun.inProcess(["build"], in: scratch.path)
        #expect(run.status == 0, "\(run.errors)")
        #expect(try scratch.text("site/0.txt") == "new")
        #expect(await CommandRun.inProcess(["build", "--verify"], in: scratch.path).status == 0)
    }

    @Test func removesTemporaryFilesOfAKilledBuild() async throws {
        let scratch = try await built()
        try scratch.write(".sennight/cache/.issues.sennight-99999999", "half")
        #expect(await CommandRun.inProcess(["build"], in: scratch.path).status == 0)
        #expect(!scratch.exists(".sennight/cache/.issues.sennight-99999999"))
    }
}
