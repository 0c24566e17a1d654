import Context
import Foundation
import Live
import Testing
import TestKit

/// A folder that no build made is taken over only when somebody says so.
@Suite struct AdoptTests {
    private func foreign() throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try scratch.write("site/index.html", "by hand")
        try scratch.write("site/notes/todo.txt", "mine")
        return scratch
    }

    @Test func refusesAFolderThatNoBuildMade() async throws {
        let scratch = try foreign()
        let error = await #expect(throws: FolderPublisher.Refusal.self) {
            try await scratch.publish(["index.html": "new"])
        }
        #expect(
            error?.description == "\(scratch.path("site")): error: the folder isn't empty, and no build created it. "
                + "Choose another output folder, or pass --adopt to use this one")
        #expect(try scratch.site() == ["index.html": "by hand", "notes/todo.txt": "mine"])
        #expect(scratch.names(in: "") == ["site"])
    }

    @Test func refusesAFolderWithNothingButAFolder() async throws {
        let scratch = try ScratchFolder()
        try FileManager.default.createDirectory(atPath: scratch.path("site/empty"), withIntermediateDirectories: true)
        await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(["index.html": "new"]) }
    }

    @Test func takesItOverAndKeepsWhatItReplaces() async throws {
        let scratch = try foreign()
        try await scratch.publish(["index.html": "new", "a/b.html": "b"], adopts: true)
        #expect(try scratch.site() == ["index.html": "new", "a/b.html": "b", "notes/todo.txt": "mine"])
        #expect(try scratch.site(".site.replaced") == ["index.html": "by hand"])
        // From now on it is known.
        try await scratch.publish(["index.html": "newer"])
        #expect(try scratch.site() == ["index.html": "newer", "notes/todo.txt": "mine"])
        #expect(try scratch.site(".site.replaced") == ["index.html": "by hand"])
    }

    @Test func keepsWhatItReplacesEvenIfTheManifestIsBroken() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1"])
        try scratch.write("site/.sennight-manifest", "nonsense\n")
        await #expect(throws: FolderPublisher.Refusal.self) { try await scratch.publish(["index.html": "2"]) }
        try await scratch.publish(["index.html": "2"], adopts: true)
        #expect(try scratch.site() == ["index.html": "2"])
    }
}
