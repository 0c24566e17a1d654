package import Context
internal import Synchronization

/// A file system that exists only in a test: it contains only what the test has written.
///
/// It has no empty folders; a folder exists while it contains a file. Paths are compared as they are written.
package final class MemoryFiles: Sendable {
    private struct State {
        var files: [String: (bytes: [UInt8], status: FileStatus)] = [:]
        /// The system's error messages, by path.
        var readFailures: [String: String] = [:]
        var writeFailures: [String: String] = [:]
        /// The folders that the program may write to; nil for all.
        var writable: [String]?
        var reads: [String] = []
        var writes: [String] = []
        var ticks = 0
    }

    private let state = Mutex(State())
    /// Nanoseconds between two changes: more than the resolution of any file system's clock.
    private static let tick = 1_000_000_000

    /// - Parameter texts: the content of files by path.
    package init(_ texts: [String: String] = [:]) {
        for (path, text) in texts.sorted(by: { $0.key < $1.key }) { write(path, text) }
    }

    /// Nanoseconds since 1970, after the last change.
    package var now: Int { state.withLock { ($0.ticks + 1) * Self.tick } }

    package var paths: [String] { state.withLock { $0.files.keys.sorted() } }

    package func bytes(_ path: String) -> [UInt8]? { state.withLock { $0.files[path]?.bytes } }

    package func text(_ path: String) -> String? { bytes(path).map { String(decoding: $0, as: UTF8.self) } }

    package func write(_ path: String, _ text: String) { write(path, Array(text.utf8)) }

    /// - Parameter claimedSize: the size in the file's status, if it isn't the real one.
    package func write(_ path: String, _ bytes: [UInt8], claimedSize: Int? = nil) {
        state.withLock { state in
            state.ticks += 1
            let status = FileStatus(
                size: claimedSize ?? bytes.count, modified: state.ticks * Self.tick, inode: UInt64(state.ticks))
            state.files[path] = (bytes, status)
        }
    }

    package func remove(_ path: String) { state.withLock { $0.files[path] = nil } }

    /// Allows the program to write below this folder and others opened before, and nowhere else.
    package func open(_ folder: String) { state.withLock { $0.writable = ($0.writable ?? []) + [folder + "/"] } }

    /// Makes reading a file fail; nil allows it again.
    package func refuse(_ path: String, _ reason: String?) { state.withLock { $0.readFailures[path] = reason } }

    /// Makes writing or removing a file, or one below it, fail; nil allows it again.
    package func refuseWriting(_ path: String, _ reason: String?) {
        state.withLock { $0.writeFailures[path] = reason }
    }

    /// The files that the program has read since the last call, sorted.
    package func takeReads() -> [String] {
        state.withLock { state in
            defer { state.reads = [] }
            return state.reads.sorted()
        }
    }

    /// The files that the program has written and removed since the last call, in order.
    package func takeWrites() -> [String] {
        state.withLock { state in
            defer { state.writes = [] }
            return state.writes
        }
    }

    /// For a ``Context``.
    package var files: Files {
        Files(
            read: { path throws(FileError) in try self.read(path) },
            list: { folder throws(FileError) in self.list(folder) { !$0.hasPrefix(".") } },
            listAll: { folder throws(FileError) in self.list(folder) { $0 != ".git" } },
            status: { path in self.state.withLock { $0.files[path]?.status } },
            write: { path, bytes throws(FileError) in
                try self.prepareToChange(path)
                self.write(path, bytes)
            },
            remove: { path throws(FileError) in
                try self.prepareToChange(path)
                self.remove(path)
            })
    }

    private func read(_ path: String) throws(FileError) -> [UInt8] {
        let (reason, bytes) = state.withLock { state in
            state.reads.append(path)
            return (state.readFailures[path], state.files[path]?.bytes)
        }
        if let reason { throw FileError(path: path, reason: reason) }
        guard let bytes else { throw FileError(path: path, reason: "No such file or directory") }
        return bytes
    }

    private func prepareToChange(_ path: String) throws(FileError) {
        let reason: String? = state.withLock { state in
            let failure = state.writeFailures.first { path == $0.key || path.hasPrefix($0.key + "/") }
            if let failure { return failure.value }
            if state.writable?.contains(where: path.hasPrefix) == false { return "the test did not open this folder" }
            state.writes.append(path)
            return nil
        }
        if let reason { throw FileError(path: path, reason: reason) }
    }

    private func list(_ folder: String, _ isListed: (Substring) -> Bool) -> [ListedFile] {
        let prefix = folder == "." ? "" : folder + "/"
        return state.withLock { state in
            state.files.filter { $0.key.hasPrefix(prefix) }
                .map { ListedFile(path: String($0.key.dropFirst(prefix.count)), status: $0.value.status) }
                .filter { $0.path.split(separator: "/").allSatisfy(isListed) }
                .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
        }
    }
}
