internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Keeps other runs of the program out of a folder as long as it lives (flock(2)).
///
/// The system lets go of it when the process ends, however that comes about; nothing is left behind in the folder.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Waits as long as it takes.
    ///
    /// - Parameter folder: made where it is not there.
    init(on folder: String) async throws {
        descriptor = try Self.opened(folder)
        // Asks again and again: a call that waits would hold one of the few threads that all tasks share.
        while !Self.locks(descriptor) { try await Task.sleep(for: .milliseconds(Self.pause)) }
    }

    /// - Parameters:
    ///   - folder: made where it is not there.
    ///   - patience: how long to wait for others, in milliseconds.
    /// - Throws: ``FolderBusy`` where others kept it all that time, ``FileError``.
    init(on folder: String, patience: Int) throws {
        descriptor = try Self.opened(folder)
        var left = patience
        while !Self.locks(descriptor) {
            guard left > 0 else { throw FolderBusy(folder: folder) }
            usleep(UInt32(Self.pause) * 1000)
            left -= Self.pause
        }
    }

    deinit { close(descriptor) }

    private static func opened(_ folder: String) throws(FileError) -> Int32 {
        try LiveFiles.makeFolder(folder)
        let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LiveFiles.failure(folder) }
        return descriptor
    }

    /// Whether the lock is taken now.
    private static func locks(_ descriptor: Int32) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        // Some network file systems know no locks; then nobody is kept waiting.
        return errno != EWOULDBLOCK && errno != EINTR
    }

    /// In milliseconds.
    private static let pause = 10
}
