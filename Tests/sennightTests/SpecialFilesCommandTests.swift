import Foundation
import TestKit
import Testing

@Suite struct SpecialFilesCommandTests {
    /// Each command reads the file `FILE`, which is a pipe, a device, a folder, or too large.
    @Test(arguments: [
        ["status", "--settings", "FILE"], ["choose", "--from", "FILE"], ["check", "FILE"], ["inspect", "FILE"],
        ["status", "--draft", "FILE"], ["merge", "FILE", "content/6.md", "content/6.md"],
        ["comment", "FILE", "--repository", "o/r", "--head", "o:b", "--commit", "c"],
    ])
    func refuseWhatIsNoFile(command: [String]) async throws {
        let weekly = try WeeklyFolder()
        try weekly.scratch.write(
            "candidates/7/s.jsonl",
            #"{"identity":"a.example","kind":"links","section":"Here","source":"s","title":"A","url":"https://a.example"}"#
                + "\n")
        #expect(mkfifo(weekly.scratch.path("pipe"), 0o600) == 0)
        let large = try weekly.scratch.write("large", "")
        try #require(FileHandle(forWritingAtPath: large)).truncate(atOffset: 1 << 30)
        for file in ["pipe", "/dev/zero", "content", "large"] where !(file == "content" && command[0] == "check") {
            let run = await CommandRun.inProcess(
                command.map { $0 == "FILE" ? file : $0 }, in: weekly.scratch.path, environment: ["GITHUB_TOKEN": "x"])
            #expect(run.status == 1 || run.status == 2, "\(command) \(file)")
            #expect(weekly.scratch.exists("pipe"))
            #expect(run.errors.contains(file) && run.errors.contains("error"), "\(command): \(run.errors)")
        }
    }
}
