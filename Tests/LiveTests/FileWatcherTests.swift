import Context
import Foundation
import Live
import Testing
import TestKit

@Suite struct FileWatcherTests {
    @Test(.timeLimit(.minutes(1)))
    func tellsOfChangesInFoldersOldAndNew() async throws {
        let scratch = try ScratchFolder()
        let folder = scratch.path("content")
        try scratch.write("content/a.md", "1")
        var changes = Context.live.changes({ [folder] }).makeAsyncIterator()
        // The watch begins on a thread of its own.
        try await Task.sleep(for: .milliseconds(600))
        try scratch.write("content/a.md", "2")
        #expect(await changes.next() != nil)
        try await Task.sleep(for: .milliseconds(100))
        try scratch.write("content/new/b.md", "1")
        #expect(await changes.next() != nil)
    }
}
