import Context
import Foundation
import Live
import TestKit
import Testing

/// Reading must neither wait for a pipe's writer nor read a device without end.
@Suite struct SpecialFilesTests {
    @Test func readsNoPipesDevicesAndSockets() throws {
        let scratch = try ScratchFolder()
        let pipe = scratch.path("pipe")
        #expect(mkfifo(pipe, 0o600) == 0)
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link"), withDestinationPath: pipe)
        for path in [pipe, scratch.path("link"), "/dev/zero", "/dev/null"] {
            let read = #expect(throws: FileError.self) { try Files.live.read(path) }
            #expect(read?.reason == "the path is a pipe, a device or a socket, not a file")
            #expect(throws: FileError.self) { try Files.live.map(path) }
        }
        #expect(throws: FileError.self) { try Files.live.read(scratch.path) }
    }

    @Test func readsNoMoreThanALimit() throws {
        let scratch = try ScratchFolder()
        let large = try scratch.write("large", "")
        // A file of a gigabyte without blocks on the disk.
        try #require(FileHandle(forWritingAtPath: large)).truncate(atOffset: 1 << 30)
        let error = #expect(throws: FileError.self) { try Files.live.read(large, atMost: Files.largestText) }
        #expect(error?.reason == "the file has more than 16 MB")
        #expect(try Files.live.read(try scratch.write("small", "ab"), atMost: 2) == Array("ab".utf8))
    }
}
