import Context
import Foundation
import TestKit
import Testing

@testable import Live

@Suite(.startsProcesses)
struct TemporaryFilesTests {
    /// The number of a process that has ended.
    private func endedProcess() throws -> Int32 { try CommandRun.of(Command("true")).processID }

    @Test func removesOnlyWhatKilledProcessesLeft() throws {
        let scratch = try ScratchFolder()
        let ended = try endedProcess()
        let abandoned = ["draft/.7.md.sennight-\(ended)", "candidates/7/.a.jsonl.sennight-\(ended)"]
        let kept = [
            // Process 1 is running.
            "draft/.7.md.sennight-1", "draft/7.md.\(ended).tmp", "draft/notes.sennight-\(ended)",
            "draft/.sennight-notes", "draft/.7.md.sennight-\(ended)x", "draft/sub/.7.md.sennight-\(ended)",
        ]
        for path in abandoned + kept { try scratch.write(path, "x") }
        for folder in ["draft", "missing"] { TemporaryFiles.removeAbandoned(in: scratch.path(folder)) }
        TemporaryFiles.removeAbandoned(below: scratch.path("candidates"))
        #expect(try scratch.files() == kept.sorted())
    }

    @Test func namesWhatItRemoves() throws {
        let path = TemporaryFiles.path(for: "draft/7.md")
        #expect(path.hasPrefix("draft/.7.md.sennight-\(getpid())-"))
        #expect(path != TemporaryFiles.path(for: "draft/7.md"))
        #expect(TemporaryFiles.isAbandoned(String(path.dropFirst("draft/".count))))
        #expect(TemporaryFiles.path(for: "points.yaml").hasPrefix(".points.yaml.sennight-"))
    }
}
