import Context
import Foundation
import Live
import Testing
import TestKit

/// Listing never goes in circles and waits for nothing.
@Suite struct FolderListingTests {
    private let files = Files.live

    private func link(_ scratch: ScratchFolder, _ path: String, to target: String) throws {
        try FileManager.default.createSymbolicLink(atPath: scratch.path(path), withDestinationPath: target)
    }

    @Test func marksWhatALinkLedTo() throws {
        let scratch = try ScratchFolder()
        for path in ["in/a.md", "out/b.md", "out/sub/c.md"] { try scratch.write(path, "x") }
        try link(scratch, "in/file.md", to: "../out/b.md")
        try link(scratch, "in/folder", to: "../out")
        let found = try files.list(scratch.path("in"))
        #expect(found.map(\.path) == ["a.md", "file.md", "folder/b.md", "folder/sub/c.md"])
        #expect(found.map(\.link) == [nil, "file.md", "folder", "folder"])
    }

    @Test("Stops at links that lead in a circle", arguments: [".", "..", "../in", "deep/again", "../other"])
    func stopsAtACircle(target: String) throws {
        let scratch = try ScratchFolder()
        try scratch.write("in/deep/a.md", "x")
        try scratch.write("other/b.md", "x")
        try link(scratch, "in/again", to: target)
        // Two links in each folder would make as many paths as there are files on the disk.
        try link(scratch, "in/deep/again", to: target == "../other" ? "../../other" : "..")
        try link(scratch, "other/back", to: "../in")
        #expect(throws: FileError.self) { try files.list(scratch.path("in")) }
    }

    @Test func saysWhichLinkLeadsBack() throws {
        let scratch = try ScratchFolder()
        try scratch.write("in/deep/a.md", "x")
        try link(scratch, "in/deep/again", to: "../../in")
        let error = #expect(throws: FileError.self) { try files.list(scratch.path("in")) }
        #expect(
            error?.description
                == "\(scratch.path("in/deep/again")): error: the link leads back to a folder that contains the link itself. "
                + "Remove the link")
    }

    @Test func stopsAtLinksThatMultiply() throws {
        let scratch = try ScratchFolder()
        for level in 0..<20 {
            try scratch.write("\(level)/x.md", "x")
            for name in ["a", "b"] where level < 19 { try link(scratch, "\(level)/\(name)", to: "../\(level + 1)") }
        }
        let error = #expect(throws: FileError.self) { try files.list(scratch.path("0")) }
        #expect(error?.reason == "folders are nested too deeply")
    }

    @Test("Refuses what is no file", arguments: ["pipe", "to-pipe", "to-device"]) func refusesAPipe(name: String) throws
    {
        let scratch = try ScratchFolder()
        try scratch.write("in/a.md", "x")
        switch name {
        case "pipe": #expect(mkfifo(scratch.path("in/pipe"), 0o600) == 0)
        case "to-pipe":
            #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
            try link(scratch, "in/to-pipe", to: "../pipe")
        default: try link(scratch, "in/to-device", to: "/dev/zero")
        }
        let error = #expect(throws: FileError.self) { try files.list(scratch.path("in")) }
        #expect(
            error?.description
                == "\(scratch.path("in/\(name)")): error: the path is a pipe, a device or a socket, not a file. "
                + "Remove the file, or move it out of the publication")
        #expect(throws: FileError.self) { try files.read(scratch.path("in/\(name)")) }
        #expect(throws: FileError.self) { try files.map(scratch.path("in/\(name)")) }
    }

    @Test func readsAPipeThatWasHandedOver() throws {
        let pipe = Pipe()
        pipe.fileHandleForWriting.write(Data("text".utf8))
        try pipe.fileHandleForWriting.close()
        #expect(try files.read("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == Array("text".utf8))
    }
}
