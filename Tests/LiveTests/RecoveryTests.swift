import Context
import Foundation
import Testing
import TestKit

@testable import Live

/// Killed builds: the next one finishes the step or undoes it before it does anything else.
@Suite struct RecoveryTests {
    /// A checkout in which a build was killed while it renamed files.
    private func killed(journal: String) async throws -> ScratchFolder {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "old/x.html": "x"])
        try scratch.write("site/CNAME", "w.example.org\n")
        try scratch.write("site/.sennight-stage/0", "2")
        try scratch.write("site/.sennight-stage/1", "new page")
        try scratch.write("site/.sennight-stage/manifest", Manifest().bytes)
        try scratch.write("site/.sennight-journal", journal)
        return scratch
    }

    private static let journal = "sennight journal 1\nput 0 index.html\nput 1 a b/new.html\nremove old/x.html\nend\n"

    @Test func finishesAJournal() async throws {
        let scratch = try await killed(journal: Self.journal)
        try Journal.finish(in: FolderHandle(at: scratch.path("site")))
        #expect(try scratch.site() == ["index.html": "2", "a b/new.html": "new page", "CNAME": "w.example.org\n"])
        #expect(scratch.names(in: "site") == [".sennight-manifest", "CNAME", "a b", "index.html"])
        #expect(try scratch.bytes("site/.sennight-manifest") == Manifest().bytes)
    }

    @Test func finishesAJournalOfWhichHalfIsDone() async throws {
        let scratch = try await killed(journal: Self.journal)
        try FileManager.default.removeItem(atPath: scratch.path("site/index.html"))
        try FileManager.default.moveItem(
            atPath: scratch.path("site/.sennight-stage/0"), toPath: scratch.path("site/index.html"))
        try FileManager.default.removeItem(atPath: scratch.path("site/old"))
        try Journal.finish(in: FolderHandle(at: scratch.path("site")))
        #expect(try scratch.site() == ["index.html": "2", "a b/new.html": "new page", "CNAME": "w.example.org\n"])
        // Once more is no harm.
        try Journal.finish(in: FolderHandle(at: scratch.path("site")))
        #expect(try scratch.text("site/index.html") == "2")
    }

    @Test func finishesItBeforeTheNextPublishing() async throws {
        let scratch = try await killed(journal: Self.journal)
        try scratch.write(
            "site/.sennight-stage/manifest",
            "sennight manifest 1\n\(String(repeating: "0", count: 32)) index.html\n\(String(repeating: "0", count: 32)) a b/new.html\n"
        )
        let report = try await scratch.publish(["index.html": "3"])
        #expect(report.removed == 1, "the killed build's page was known")
        #expect(try scratch.site() == ["index.html": "3", "CNAME": "w.example.org\n"])
    }

    @Test(
        "Undoes what a torn journal began",
        arguments: ["", "sennight jour", "sennight journal 1\nput 0 index.html\nput 1 a", "something else\nend\n"])
    func undoesATornJournal(journal: String) async throws {
        let scratch = try await killed(journal: journal)
        let report = try await scratch.publish(["index.html": "1", "old/x.html": "x"])
        #expect(report.written == 0)
        #expect(try scratch.site() == ["index.html": "1", "old/x.html": "x", "CNAME": "w.example.org\n"])
        #expect(scratch.names(in: "site") == [".sennight-manifest", "CNAME", "index.html", "old"])
    }

    @Test func removesAStageWithoutJournal() async throws {
        let scratch = try await killed(journal: Self.journal)
        try FileManager.default.removeItem(atPath: scratch.path("site/.sennight-journal"))
        try await scratch.publish(["index.html": "1"])
        #expect(try scratch.site() == ["index.html": "1", "CNAME": "w.example.org\n"])
        #expect(scratch.names(in: "site") == [".sennight-manifest", "CNAME", "index.html"])
    }

    @Test func goesOnFromAStageThatIsWholeButStillMarked() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1"])
        try await scratch.publish(["index.html": "2"])
        // Killed between the manifest and the mark.
        try scratch.write(".site.previous/.sennight-half-done", "")
        try await scratch.publish(["index.html": "3"])
        #expect(try scratch.site() == ["index.html": "3"])
        #expect(!scratch.exists("site/.sennight-half-done"))
    }

    @Test func buildsAHalfDoneStageAnew() async throws {
        let scratch = try ScratchFolder()
        try await scratch.publish(["index.html": "1", "same.html": "same"])
        try await scratch.publish(["index.html": "2", "same.html": "same"])
        try FileManager.default.removeItem(atPath: scratch.path(".site.previous/.sennight-manifest"))
        try scratch.write(".site.previous/.sennight-half-done", "")
        try scratch.write(".site.previous/half/done.html", "half")
        // It was linked to the page that readers see.
        try FileManager.default.removeItem(atPath: scratch.path(".site.previous/same.html"))
        try scratch.write(".site.previous/same.html", "torn")
        try await scratch.publish(["index.html": "3", "same.html": "same"])
        #expect(try scratch.site() == ["index.html": "3", "same.html": "same"])
        #expect(try scratch.site(".site.previous") == ["index.html": "2", "same.html": "same"])
    }

    @Test func staysWithinTheFolderWhateverTheJournalSays() async throws {
        let scratch = try await killed(journal: "sennight journal 1\nput 0 ../outside.html\nremove ../keep.txt\nend\n")
        try scratch.write("keep.txt", "keep")
        try? Journal.finish(in: FolderHandle(at: scratch.path("site")))
        #expect(scratch.exists("keep.txt") && !scratch.exists("outside.html"))
    }
}
