import Foundation
import TestKit
import Testing

/// What one build of the program made is not trusted by another.
@Suite(.startsProcesses) struct OtherProgramTests {
    #if os(Linux)
        @Test func buildsEverythingAgainAfterAnotherBuildOfTheProgram() throws {
            let scratch = try ScratchFolder()
            try scratch.write("weekly/sennight.yaml", "title: W\nurl: https://w.example.org/\n")
            try scratch.write("weekly/content/a.md", "Title: A\nDate: 2026-01-01\n\nA.\n")
            let (first, second) = (scratch.path("first"), scratch.path("second"))
            try FileManager.default.copyItem(atPath: CommandRun.program(), toPath: first)
            var program = try Data(contentsOf: URL(filePath: first))
            // The note that holds the build ID: lengths of name and ID, type, name, ID (ELF gABI, note section).
            let head: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0, 0x47, 0x4E, 0x55, 0]
            let note = try #require(program.range(of: Data(head)))
            program[note.upperBound] ^= 1
            try program.write(to: URL(filePath: second))
            // Another program of the same size and time.
            for file in [first, second] {
                try FileManager.default.setAttributes(
                    [.posixPermissions: 0o755, .modificationDate: Date(timeIntervalSince1970: 1)], ofItemAtPath: file)
            }
            #expect(try !build(first, scratch).contains(", 0 files written"))
            #expect(try build(first, scratch).contains(", 0 files written"))
            #expect(try !build(second, scratch).contains(", 0 files written"))
            #expect(try build(second, scratch).contains(", 0 files written"))
        }

        private func build(_ program: String, _ scratch: ScratchFolder) throws -> String {
            try CommandRun.of(Command(program, ["build", "--publication", scratch.path("weekly")])).errors
        }
    #endif
}
