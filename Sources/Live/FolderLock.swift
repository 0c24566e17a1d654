internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A lock that keeps other runs of the program out of a folder while it exists (flock(2)).
///
/// The system releases the lock when the process ends for any reason, and no lock file is left in the folder.
final class FolderLock: Sendable {
    private let descriptor: Int32

    /// Waits for the lock without a time limit.
    ///
    /// - Parameter folder: created if it doesn't exist.
    init(on folder: String) async throws {
        descriptor = try Self.opened(folder)
        // Tries repeatedly: a blocking call would occupy one of the few threads that all tasks share.
        while !Self.locks(descriptor) { try await Task.sleep(for: .milliseconds(Self.pause)) }
    }

    /// - Parameters:
    ///   - folder: created if it doesn't exist.
    ///   - patience: how long to wait for other processes, in milliseconds.
    /// - Throws: ``FolderBusy`` if another process held the lock all that time; ``FileError``.
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

    /// Whether the lock was acquired.
    private static func locks(_ descriptor: Int32) -> Bool {
        if flock(descriptor, LOCK_EX | LOCK_NB) == 0 { return true }
        // Some network file systems have no locks; then there is no waiting.
        return errno != EWOULDBLOCK && errno != EINTR
    }

    /// The pause between two attempts, in milliseconds.
    private static let pause = 10
}
