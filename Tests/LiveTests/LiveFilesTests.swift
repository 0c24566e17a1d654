import Context
import Foundation
import Live
import Testing
import TestKit

@Suite struct LiveFilesTests {
    private let files = Files.live

    @Test func listsFilesBelowAFolderSortedByByte() throws {
        let scratch = try ScratchFolder()
        for path in ["in/b.md", "in/a/z.md", "in/Z.md", "in/.hidden", "in/.git/HEAD", "in/ä.md"] {
            try scratch.write(path, "x")
        }
        #expect(try files.list(scratch.path("in")).map(\.path) == ["Z.md", "a/z.md", "b.md", "ä.md"])
        #expect(try files.list(scratch.path("missing")).isEmpty)
    }

    @Test func listsNoFolderAsAFile() throws {
        let scratch = try ScratchFolder()
        try scratch.write("in/folder.md/inner.txt", "x")
        try FileManager.default.createSymbolicLink(atPath: scratch.path("in/gone.md"), withDestinationPath: "nowhere")
        #expect(try files.list(scratch.path("in")).map(\.path) == ["folder.md/inner.txt"])
    }

    @Test func readsWhatWasWritten() throws {
        let scratch = try ScratchFolder()
        for bytes in [[], [0], [UInt8](repeating: 7, count: 200_000)] {
            try files.write(scratch.path("deep/er/file"), bytes)
            #expect(try files.read(scratch.path("deep/er/file")) == bytes)
        }
        #expect(scratch.names(in: "deep/er") == ["file"], "no temporary file stays")
    }

    @Test func saysWhyAFileCannotBeRead() throws {
        let scratch = try ScratchFolder()
        let missing = #expect(throws: FileError.self) { try files.read(scratch.path("missing")) }
        #expect(missing?.reason == "No such file or directory")
        #expect(
            missing?.description.hasPrefix("\(scratch.path("missing")): error: No such file or directory. ") == true)
        let folder = #expect(throws: FileError.self) { try files.read(scratch.path) }
        #expect(folder?.reason == "the path is a folder")
    }

    @Test func knowsWhenAFileHasChanged() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("a", "one")
        let before = try #require(files.status(path))
        #expect(before.size == 3 && before == files.status(path))
        try files.write(path, Array("two".utf8))
        #expect(files.status(path) != before)
        #expect(files.status(scratch.path("missing")) == nil)
    }

    @Test func readsAFileOfTheSystemThatClaimsNoSize() throws {
        guard FileManager.default.fileExists(atPath: "/proc/self/status") else { return }
        #expect(String(decoding: try files.read("/proc/self/status"), as: UTF8.self).contains("Pid:"))
    }

    private func mode(_ path: String) throws -> Int? {
        try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
    }

    @Test(arguments: [0o600, 0o664, 0o755]) func keepsAFilesRights(mode: Int) throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("draft.md", "old")
        try FileManager.default.setAttributes([.posixPermissions: mode], ofItemAtPath: path)
        try files.write(path, Array("new".utf8))
        #expect(try self.mode(path) == mode)
        #expect(try scratch.text("draft.md") == "new")
    }

    @Test func writesNothingThatNobodyMayWrite() throws {
        let scratch = try ScratchFolder()
        let path = try scratch.write("draft.md", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o444], ofItemAtPath: path)
        let error = #expect(throws: FileError.self) { try files.write(path, Array("new".utf8)) }
        #expect(error?.reason == "Permission denied")
        #expect(try scratch.text("draft.md") == "old")
        #expect(try scratch.files() == ["draft.md"])
    }

    @Test func writesWhatALinkLeadsTo() throws {
        let scratch = try ScratchFolder()
        let target = try scratch.write("shelf/mine.md", "old")
        try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: target)
        for (link, leadsTo) in [("draft.md", "shelf/mine.md"), ("gone.md", "nowhere.md")] {
            try FileManager.default.createSymbolicLink(atPath: scratch.path(link), withDestinationPath: leadsTo)
        }
        try files.write(scratch.path("draft.md"), Array("new".utf8))
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("draft.md")) == "shelf/mine.md")
        #expect(try scratch.text("shelf/mine.md") == "new")
        #expect(try mode(target) == 0o600)
        #expect(throws: FileError.self) { try files.write(scratch.path("gone.md"), Array("new".utf8)) }
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("gone.md")) == "nowhere.md")
    }
}

struct DurableFilesTests {
    @Test func writesFilesForTheirOwner() throws {
        let scratch = try ScratchFolder()
        try Files.live.writeDurably(scratch.path("outbox/1.eml"), Array("Hi".utf8))
        #expect(try scratch.files() == ["outbox/1.eml"])
        #expect(try scratch.text("outbox/1.eml") == "Hi")
        let attributes = try FileManager.default.attributesOfItem(atPath: scratch.path("outbox/1.eml"))
        #expect((attributes[.posixPermissions] as? Int) == 0o600)
    }

    @Test func leavesNothingAfterFaults() throws {
        let scratch = try ScratchFolder()
        try scratch.write("outbox/1.eml/x", "a folder is in the way")
        #expect(throws: FileError.self) { try Files.live.writeDurably(scratch.path("outbox/1.eml"), [0x48]) }
        #expect(try scratch.files() == ["outbox/1.eml/x"])
    }
}
