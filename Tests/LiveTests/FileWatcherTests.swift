import Context
import Foundation
import Live
import TestKit
import Testing

@Suite struct FileWatcherTests {
    /// The limit is for a watcher that reports nothing.
    @Test(.timeLimit(.minutes(20)))
    func reportsChangesInFoldersOldAndNew() async throws {
        let scratch = try ScratchFolder()
        let folder = scratch.path("content")
        try scratch.write("content/a.md", "1")
        var changes = Context.live.changes({ [folder] }).makeAsyncIterator()
        try scratch.write("content/a.md", "2")
        #expect(await changes.next() != nil)
        // At most two reports of earlier changes are still to come; the others can only be of the new folder.
        for version in 1...5 {
            try scratch.write("content/new/b.md", "\(version)")
            #expect(await changes.next() != nil)
        }
    }
}
