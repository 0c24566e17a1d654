import Context
import Foundation
import Live
import Testing
import TestKit
import Text

/// A folder that holds only the site is exchanged as a whole.
@Suite struct ExchangeTests {
    @Test func exchangesTheFolderAndLinksWhatDidNotChange() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "old", "about.html": "same", "blog/a/index.html": "same too"])
        let (folder, about, nested, home) = (
            scratch.inode("site"), scratch.inode("site/about.html"), scratch.inode("site/blog/a/index.html"),
            scratch.inode("site/index.html")
        )
        let report = try await scratch.publish([
            "index.html": "new", "about.html": "same", "blog/a/index.html": "same too",
        ])
        #expect(report == PublishReport(written: 1, unchanged: 2, removed: 0))
        #expect(scratch.inode("site") != folder)
        #expect(scratch.inode("site/about.html") == about)
        #expect(scratch.inode("site/blog/a/index.html") == nested)
        #expect(scratch.inode("site/index.html") != home)
    }

    @Test func keepsTheBuildBefore() async throws {
        let scratch = try ScratchFolder()
        let first = ["index.html": "1", "a/index.html": "a", "same.html": "same"]
        try await scratch.publish(first)
        try await scratch.publish(["index.html": "2", "same.html": "same"])
        #expect(try scratch.site(".site.previous") == first)
        try await scratch.publish(["index.html": "3", "same.html": "same"])
        #expect(try scratch.site() == ["index.html": "3", "same.html": "same"])
        #expect(try scratch.site(".site.previous") == ["index.html": "2", "same.html": "same"])
    }

    @Test func removesProductsAndTheFoldersTheyLeaveEmpty() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "a/b/c.html": "c", "a/d.html": "d"])
        for _ in 1...3 {
            let report = try await scratch.publish(["index.html": "1", "a/d.html": "d"])
            #expect(report.written == 0)
            #expect(scratch.names(in: "site/a") == ["d.html"])
        }
        try await scratch.publish(["index.html": "2"])
        try await scratch.publish(["index.html": "3"])
        #expect(scratch.names(in: "site") == [".sennight-manifest", "index.html"])
        #expect(scratch.names(in: ".site.previous") == [".sennight-manifest", "index.html"])
    }

    @Test func touchesNothingWhenNothingChanged() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1"])
        let (folder, manifest) = (scratch.inode("site"), scratch.inode("site/.sennight-manifest"))
        let report = try await scratch.publish(["index.html": "1"])
        #expect(report == PublishReport(written: 0, unchanged: 1, removed: 0))
        #expect(scratch.inode("site") == folder && scratch.inode("site/.sennight-manifest") == manifest)
        #expect(!scratch.exists(".site.previous"))
    }

    @Test func writesAgainWhatSomebodyDeleted() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "a.html": "a"])
        try FileManager.default.removeItem(atPath: scratch.path("site/a.html"))
        let report = try await scratch.publish(["index.html": "1", "a.html": "a"])
        #expect(report.written == 1)
        #expect(try scratch.site() == ["index.html": "1", "a.html": "a"])
    }

    @Test func neverWritesIntoALinkedFile() async throws {
        let scratch = try ScratchFolder()
        var before: [String: String] = [:]
        // The page `a` stays while `b` changes, so that site and stage share its file when it changes at last.
        for site in [
            ["a": "1", "b": "1"], ["a": "1", "b": "2"], ["a": "3", "b": "3"], ["a": "3", "b": "4"],
            ["a": "5", "b": "5"],
        ] {
            try await scratch.publish(site)
            #expect(try scratch.site() == site)
            if !before.isEmpty { #expect(try scratch.site(".site.previous") == before) }
            before = site
        }
    }

    @Test func letsAFileBecomeAFolderAndBack() async throws {
        let scratch = try ScratchFolder()
        let (file, folder) = (["index.html": "1", "about": "file"], ["index.html": "1", "about/index.html": "folder"])
        // Twice each, so that the stage of the build before last holds the other kind.
        for files in [file, folder, folder.merging(["x": "1"]) { $1 }, file, file.merging(["x": "2"]) { $1 }, folder] {
            try await scratch.publish(files)
            #expect(try scratch.site() == files)
        }
    }

    @Test func publishesNothingWhenAPageCannotBeMade() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "a.html": "a"])
        let folder = scratch.inode("site")
        let products = [
            Product(path: "index.html", fingerprint: Fingerprint(.text("2")), content: .bytes { [50] }),
            .failing("b.html"),
        ]
        await #expect(throws: RenderingFailure.self) { try await scratch.publish(products) }
        #expect(scratch.inode("site") == folder)
        #expect(try scratch.site() == ["index.html": "1", "a.html": "a"])
        try await scratch.publish(["index.html": "3"])
        #expect(try scratch.site() == ["index.html": "3"])
    }

    @Test(
        "Notices what came into a folder that no build changed",
        arguments: ["a/b/new.txt", "a/new.txt", "new.txt", "x/y"])
    func noticesWhatCame(path: String) async throws {
        let scratch = try ScratchFolder()
        let files = ["index.html": "1", "a/b/c.html": "c", "a/d.html": "d", "z/e.html": "e"]
        for home in ["1", "2", "3"] { try await scratch.publish(files.merging(["index.html": home]) { $1 }) }
        try scratch.write("site/\(path)", "theirs")
        for home in ["4", "5", "6"] {
            let next = files.merging(["index.html": home]) { $1 }
            try await scratch.publish(next)
            #expect(try scratch.site() == next.merging([path: "theirs"]) { $1 })
        }
        // In the stage it would come into the site.
        try FileManager.default.removeItem(atPath: scratch.path("site/\(path)"))
        try? FileManager.default.removeItem(atPath: scratch.path("site/x"))
        try scratch.write(".site.previous/\(path)", "theirs")
        let refusal = await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(files) }
        let place = path == "x/y" ? "x/y" : path
        #expect(refusal?.description.hasPrefix(scratch.path(".site.previous/\(place)") + ": error: ") == true)
    }
}
