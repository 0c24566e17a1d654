internal import Archive
internal import Synchronization

/// Keeps the archive that a command has read, so that the archive is read, and its faults are reported, only once.
final class ArchiveOnce: Sendable {
    private let reading = Mutex<Task<ArchiveIndex, any Error>?>(nil)

    /// - Throws: the errors of `read`, in which case the next caller reads again.
    func index(_ read: @escaping @Sendable () async throws -> ArchiveIndex) async throws -> ArchiveIndex {
        let task = reading.withLock { reading in
            let task = reading ?? Task { try await read() }
            reading = task
            return task
        }
        do {
            return try await task.value
        } catch {
            reading.withLock { $0 = $0 == task ? nil : $0 }
            throw error
        }
    }
}
