import Context
import Foundation
import Live
import Testing
import TestKit

@Suite struct TemporaryFilesTests {
    @Test func removesWhatKilledProcessesLeft() throws {
        let scratch = try ScratchFolder()
        // No process has a number this large: Linux has at most 2²² of them, others fewer.
        let running = ProcessInfo.processInfo.processIdentifier
        for name in [
            "draft.md.99999999.tmp", ".gitignore.99999999.tmp", "draft.md", "notes.tmp", "a.b.tmp", "x.0.tmp",
            "1.\(running).tmp", "in/draft.md.99999999.tmp",
        ] { try scratch.write(name, "x") }
        Files.live.removeTemporaries(scratch.path)
        #expect(
            try scratch.files()
                == ["1.\(running).tmp", "a.b.tmp", "draft.md", "in/draft.md.99999999.tmp", "notes.tmp", "x.0.tmp"])
        Files.live.removeTemporaries(scratch.path("missing"))
    }

    @Test func writesThroughNoLinkAtATemporaryPath() throws {
        let scratch = try ScratchFolder()
        try scratch.write("outside.txt", "theirs")
        let temporary = scratch.path("draft.md.\(ProcessInfo.processInfo.processIdentifier).tmp")
        try FileManager.default.createSymbolicLink(atPath: temporary, withDestinationPath: "outside.txt")
        try Files.live.write(scratch.path("draft.md"), Array("mine".utf8))
        #expect(try scratch.text("outside.txt") == "theirs" && scratch.text("draft.md") == "mine")
        #expect(scratch.names(in: "") == ["draft.md", "outside.txt"])
    }
}
