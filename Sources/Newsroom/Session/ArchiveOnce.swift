internal import Archive
internal import Synchronization

/// Keeps the archive that a command has read, so that it is read, and its faults are reported, once.
final class ArchiveOnce: Sendable {
    private let known = Mutex<ArchiveIndex?>(nil)

    func index(_ read: () async throws -> ArchiveIndex) async throws -> ArchiveIndex {
        if let index = known.withLock(\.self) { return index }
        let index = try await read()
        known.withLock { $0 = index }
        return index
    }
}
