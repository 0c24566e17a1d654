import Context
import Foundation
import Testing
import TestKit

@testable import Live

@Suite struct FolderHandleTests {
    static let resolutions: [FolderHandle.Resolution] =
        FolderHandle.Resolution.best == .kernel ? [.kernel, .stepwise] : [.stepwise]

    /// A folder beside another, with links from one into the other at several positions.
    private func linked() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write("in/real/a.txt", "mine")
        try scratch.write("out/a.txt", "theirs")
        try scratch.write("out/deep/b.txt", "theirs too")
        for (link, target) in [
            ("in/link", "../out"), ("in/real/link", "../../out"), ("in/file", "../out/a.txt"), ("in/circle", "circle"),
            ("in/inside", "real"), ("in/gone", "nowhere"),
        ] {
            try FileManager.default.createSymbolicLink(atPath: scratch.path(link), withDestinationPath: target)
        }
        return scratch
    }

    static let leadingOut = [
        "link/a.txt", "link/deep/b.txt", "real/link/a.txt", "file", "inside/a.txt", "circle", "circle/a", "gone",
        "gone/a", "../out/a.txt", "real/../../out/a.txt", "/etc/passwd", "link/../real/a.txt", "",
    ]

    @Test(arguments: resolutions) func readsAndWritesItsOwnFiles(resolution: FolderHandle.Resolution) throws {
        let scratch = try linked()
        let folder = try FolderHandle(at: scratch.path("in"), resolution: resolution)
        #expect(try folder.read("real/a.txt")?.bytes == Array("mine".utf8))
        let stamp = try folder.replace("new/deep/er.txt", [1, 2, 3])
        #expect(try folder.read("new/deep/er.txt")?.stamp == stamp)
        #expect(stamp.size == 3)
        try folder.rename("new/deep/er.txt", to: "new/x.txt")
        #expect(try folder.entries(in: "new")?.map(\.name).sorted() == ["deep", "x.txt"])
        try folder.removeFile("new/x.txt")
        #expect(folder.kind(of: "new") == .folder)
        folder.removeTree("new")
        #expect(folder.kind(of: "new") == .none)
        #expect(try folder.folder("missing") == nil)
    }

    @Test(arguments: resolutions, leadingOut) func leavesNoWayOut(resolution: FolderHandle.Resolution, path: String)
        throws
    {
        let scratch = try linked()
        let folder = try FolderHandle(at: scratch.path("in"), resolution: resolution)
        #expect(try folder.read(path) == nil)
        folder.unlink(path + "/a.txt")
        try folder.removeFile(path + "/deep/b.txt")
        _ = try? folder.makeFolder(path + "/made")
        _ = try? folder.rename("real/a.txt", to: path + "/moved.txt")
        _ = try? folder.link(["a.txt"], in: path, to: folder)
        _ = try? folder.link(["b.txt", "a.txt"], in: path + "/deep", to: folder)
        folder.removeTree(path + "/deep")
        #expect(try scratch.files(below: "out") == ["a.txt", "deep/b.txt"])
        #expect(try scratch.text("out/a.txt") == "theirs" && scratch.text("out/deep/b.txt") == "theirs too")
        #expect(scratch.names(in: "out") == ["a.txt", "deep"])
    }

    @Test(arguments: resolutions) func removesALinkAndNotWhatItLeadsTo(resolution: FolderHandle.Resolution) throws {
        let scratch = try linked()
        let folder = try FolderHandle(at: scratch.path("in"), resolution: resolution)
        folder.removeTree("link")
        folder.removeTree("real")
        folder.unlink("file")
        #expect(scratch.names(in: "in") == ["circle", "gone", "inside"])
        #expect(try scratch.files(below: "out") == ["a.txt", "deep/b.txt"])
    }

    @Test(arguments: resolutions) func replacesALinkByAFileOfItsOwn(resolution: FolderHandle.Resolution) throws {
        let scratch = try linked()
        let folder = try FolderHandle(at: scratch.path("in"), resolution: resolution)
        try folder.replace("file", Array("new".utf8))
        try folder.replace("link/a.txt", Array("new".utf8))
        #expect(try scratch.text("in/link/a.txt") == "new")
        #expect(folder.kind(of: "link") == .folder && folder.kind(of: "file") == .file)
        #expect(try scratch.text("out/a.txt") == "theirs")
    }

    @Test(arguments: resolutions) func waitsForNoPipe(resolution: FolderHandle.Resolution) throws {
        let scratch = try ScratchFolder()
        #expect(mkfifo(scratch.path("pipe"), 0o600) == 0)
        let folder = try FolderHandle(at: scratch.path, resolution: resolution)
        #expect(try folder.read("pipe") == nil)
        #expect(folder.kind(of: "pipe") == .other)
    }
}
