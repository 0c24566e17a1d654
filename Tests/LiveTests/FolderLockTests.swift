import Context
@testable import Live
import TestKit
import Testing

struct FolderLockTests {
    @Test func keepsOthersOutAsLongAsItLives() throws {
        let scratch = try ScratchFolder()
        let folder = scratch.path("state")
        let lock = try FolderLock(on: folder, patience: 0)
        let error = #expect(throws: FolderBusy.self) { try FolderLock(on: folder, patience: 20) }
        #expect(error?.folder == folder)
        _ = try FolderLock(on: scratch.path("other"), patience: 0)
        withExtendedLifetime(lock) {}
    }

    @Test func letsTheNextOneIn() throws {
        let scratch = try ScratchFolder()
        for _ in 1...3 { _ = try FolderLock(on: scratch.path("state"), patience: 0) }
        #expect(try scratch.files().isEmpty)
    }
}
