import Context
import Foundation
import Live
import Testing
import TestKit

/// What no build wrote is never touched.
@Suite struct ForeignFilesTests {
    private func checkout() async throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "a/index.html": "a", "same.html": "same"])
        try scratch.write("site/.git/HEAD", "ref: refs/heads/main\n")
        try scratch.write("site/CNAME", "w.example.org\n")
        return scratch
    }

    @Test func publishesInPlaceAroundThem() async throws {
        let scratch = try await checkout()
        let (folder, git, name, same) = (
            scratch.inode("site"), scratch.inode("site/.git/HEAD"), scratch.inode("site/CNAME"),
            scratch.inode("site/same.html")
        )
        let report = try await scratch.publish(["index.html": "2", "b/c.html": "c", "same.html": "same"])
        #expect(report == PublishReport(written: 2, unchanged: 1, removed: 1))
        #expect(scratch.inode("site") == folder && scratch.inode("site/same.html") == same)
        #expect(scratch.inode("site/.git/HEAD") == git && scratch.inode("site/CNAME") == name)
        #expect(
            try scratch.site() == [
                "index.html": "2", "b/c.html": "c", "same.html": "same", ".git/HEAD": "ref: refs/heads/main\n",
                "CNAME": "w.example.org\n",
            ])
        #expect(scratch.names(in: "site") == [".git", ".sennight-manifest", "CNAME", "b", "index.html", "same.html"])
    }

    @Test func knowsItsOwnFilesNextTime() async throws {
        let scratch = try await checkout()
        try await scratch.publish(["index.html": "2"])
        #expect(try await scratch.publish(["index.html": "2"]) == PublishReport(written: 0, unchanged: 1, removed: 0))
        #expect(try await scratch.publish(["index.html": "3"]).written == 1)
        #expect(scratch.names(in: "site") == [".git", ".sennight-manifest", "CNAME", "index.html"])
    }

    @Test func keepsAFolderThatHoldsAForeignFile() async throws {
        let scratch = try await checkout()
        try scratch.write("site/a/notes.txt", "mine")
        try await scratch.publish(["index.html": "2"])
        #expect(scratch.names(in: "site/a") == ["notes.txt"])
    }

    @Test func refusesAFileAtAProductsPath() async throws {
        let scratch = try await checkout()
        let before = try scratch.site()
        let error = await #expect(throws: FolderPublisher.Refusal.self) {
            try await scratch.publish(["index.html": "2", "CNAME": "other"])
        }
        #expect(
            error?.description
                == "\(scratch.path("site/CNAME")): error: the site needs this path, but a file that no build wrote is "
                + "there. Move that file to another folder")
        #expect(try scratch.site() == before)
    }

    @Test("Refuses a file where a folder has to stand, also with adoption", arguments: [false, true])
    func refusesAFileInPlaceOfAFolder(adopts: Bool) async throws {
        let scratch = try await checkout()
        let before = try scratch.site()
        for _ in 1...2 {
            let error = await #expect(throws: FolderPublisher.Refusal.self) {
                try await scratch.publish(["index.html": "2", "CNAME/x/index.html": "x"], adopts: adopts)
            }
            #expect(error?.description.hasPrefix(scratch.path("site/CNAME") + ": error: ") == true)
            #expect(try scratch.site() == before)
        }
        try await scratch.publish(["index.html": "3"])
        #expect(try scratch.text("site/index.html") == "3")
    }

    @Test func letsItsOwnFileBecomeAFolderAndBack() async throws {
        let scratch = try await checkout()
        for files in [
            ["about": "file"], ["about/index.html": "folder", "about/more/x.html": "x"], ["about": "file again"],
        ] {
            try await scratch.publish(files)
            #expect(try scratch.site().filter { !$0.key.hasPrefix(".git") && $0.key != "CNAME" } == files)
        }
    }

    @Test func leavesNothingBehindWhenAPageCannotBeMade() async throws {
        let scratch = try await checkout()
        let (before, names) = (try scratch.site(), scratch.names(in: "site"))
        await #expect(throws: RenderingFailure.self) { try await scratch.publish([.failing("b.html")]) }
        #expect(try scratch.site() == before)
        #expect(scratch.names(in: "site") == names)
    }

    @Test func keepsLinksThatLeadNowhere() async throws {
        let scratch = try await checkout()
        try FileManager.default.createSymbolicLink(atPath: scratch.path("site/link"), withDestinationPath: "/nowhere")
        try await scratch.publish(["index.html": "2"])
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("site/link")) == "/nowhere")
    }
}
