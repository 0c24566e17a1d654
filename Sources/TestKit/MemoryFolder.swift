package import Context
internal import Synchronization

/// Files that exist only in a test. What the test did not put there is not there, and nothing can be written
/// outside the folders that it opened.
package final class MemoryFolder: Sendable {
    private struct State {
        var files: [String: (bytes: [UInt8], status: FileStatus)] = [:]
        var refusals: [String: String] = [:]
        var writable: [String] = []
        var reads: [String] = []
        var ticks = 0
    }

    private let state = Mutex(State())
    /// Nanoseconds between two changes: more than a file system's clock needs to tell them apart.
    private static let tick = 1_000_000_000

    package func write(_ path: String, _ text: String) { write(path, Array(text.utf8)) }

    package func write(_ path: String, _ bytes: [UInt8], claimedSize: Int? = nil) {
        state.withLock {
            $0.ticks += 1
            let status = FileStatus(
                size: claimedSize ?? bytes.count, modified: $0.ticks * Self.tick, inode: UInt64($0.ticks))
            $0.files[path] = (bytes, status)
        }
    }

    package init() {}

    package func remove(_ path: String) { state.withLock { $0.files[path] = nil } }

    /// A file's text; nil where there is none.
    package func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    /// The paths of all files below a folder, sorted.
    package func paths(below folder: String) -> [String] { list(folder).map(\.path) }

    package func bytes(_ path: String) -> [UInt8]? { state.withLock { $0.files[path]?.bytes } }

    /// From now on the system refuses to read a file.
    package func refuse(_ path: String, _ reason: String) { state.withLock { $0.refusals[path] = reason } }

    /// Lets the program write below a folder.
    package func open(_ folder: String) { state.withLock { $0.writable.append(folder + "/") } }

    /// What has been read since the last call, sorted.
    package func takeReads() -> [String] {
        state.withLock { state in
            defer { state.reads = [] }
            return state.reads.sorted()
        }
    }

    package var context: Context {
        Context(files: files, clock: Clock(now: { self.state.withLock { ($0.ticks + 1) * Self.tick } }))
    }

    package var files: Files {
        Files(
            read: { path throws(FileError) in try self.read(path) },
            list: { folder throws(FileError) in self.list(folder) },
            status: { path in self.state.withLock { $0.files[path]?.status } },
            write: { path, bytes throws(FileError) in
                guard self.state.withLock({ $0.writable.contains(where: path.hasPrefix) }) else {
                    throw FileError(path: path, reason: "the test did not open this folder")
                }
                self.write(path, bytes)
            },
            remove: { path throws(FileError) in
                guard self.state.withLock({ $0.writable.contains(where: path.hasPrefix) }) else {
                    throw FileError(path: path, reason: "the test did not open this folder")
                }
                self.remove(path)
            })
    }

    private func read(_ path: String) throws(FileError) -> [UInt8] {
        let (reason, bytes) = state.withLock { state in
            state.reads.append(path)
            return (state.refusals[path], state.files[path]?.bytes)
        }
        if let reason { throw FileError(path: path, reason: reason) }
        guard let bytes else { throw FileError(path: path, reason: "No such file or directory") }
        return bytes
    }

    private func list(_ folder: String) -> [ListedFile] {
        state.withLock { state in
            state.files.filter { $0.key.hasPrefix(folder + "/") }
                .map { ListedFile(path: String($0.key.dropFirst(folder.count + 1)), status: $0.value.status) }
                .sorted { $0.path < $1.path }
        }
    }
}
