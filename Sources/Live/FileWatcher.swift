internal import Context
internal import CSystemCalls

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reports changes of files, and of everything in some folders.
enum FileWatcher {
    /// Yields after changes, as ``Context/changes`` describes.
    static func changes(below paths: @escaping @Sendable () -> [String]) -> AsyncStream<Void> {
        AsyncStream(bufferingPolicy: .bufferingNewest(1)) { continuation in
            // Watching starts here, before the stream is returned, so that a change before the first read is reported
            // too.
            #if os(Linux)
                if let loop = InotifyLoop(paths: paths) {
                    BlockingThread {
                        loop.run { continuation.yield() }
                        poll(paths, known: [:]) { continuation.yield() }
                    }.start()
                    return
                }
            #endif
            let known = snapshot(of: paths())
            BlockingThread { poll(paths, known: known) { continuation.yield() } }.start()
        }
    }

    /// Polls twice a second, for systems without inotify.
    private static func poll(_ paths: () -> [String], known: [String: FileStatus], _ changed: () -> Void) {
        var known = known
        while true {
            usleep(500_000)
            let now = snapshot(of: paths())
            if now != known { changed() }
            known = now
        }
    }

    private static func snapshot(of paths: [String]) -> [String: FileStatus] {
        var found: [String: FileStatus] = [:]
        for path in paths {
            if let status = LiveFiles.status(path) { found[path] = status }
            // A folder that can't be listed can't be watched; the build reports it.
            for file in (try? LiveFiles.list(path)) ?? [] { found["\(path)/\(file.path)"] = file.status }
        }
        return found
    }
}

#if os(Linux)
    /// Waits for notifications from the kernel (inotify(7)).
    private struct InotifyLoop {
        private let paths: @Sendable () -> [String]
        private let descriptor: Int32
        /// The watches set up at the start.
        private let watches: Set<Int32>

        /// Sets up the watches; nil if the system provides none.
        init?(paths: @escaping @Sendable () -> [String]) {
            self.paths = paths
            descriptor = inotify_init1(Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            var known: Set<Int32> = []
            guard Self.watchAll(paths(), descriptor, &known) else {
                close(descriptor)
                return nil
            }
            watches = known
        }

        /// Reports changes until the system provides no watch for a newly created folder.
        func run(_ changed: () -> Void) {
            defer { close(descriptor) }
            var known = watches
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                changed()
                // New folders need watches too; changes in them before that weren't reported.
                let before = known.count
                guard Self.watchAll(paths(), descriptor, &known) else { return }
                if known.count > before { changed() }
            }
        }

        private static func watchAll(_ paths: [String], _ descriptor: Int32, _ known: inout Set<Int32>) -> Bool {
            for path in paths where !watch(path, descriptor, &known) { return false }
            return true
        }

        private static func watch(_ path: String, _ descriptor: Int32, _ known: inout Set<Int32>) -> Bool {
            let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_DELETE | IN_CREATE)
            var watch = inotify_add_watch(descriptor, path, mask)
            let isMissing = watch < 0 && errno == ENOENT
            // A missing folder may be created later, which a watch on its parent reports.
            if isMissing { watch = inotify_add_watch(descriptor, LiveFiles.split(path).parent, mask) }
            if watch < 0 { return errno == ENOENT || errno == EACCES }
            known.insert(watch)
            guard !isMissing else { return true }
            // A folder that can't be listed can't be watched.
            let entries = (try? FolderHandle(at: path).entries()) ?? nil
            for entry in entries ?? [] where entry.kind == .folder && !entry.name.hasPrefix(".") {
                guard Self.watch("\(path)/\(entry.name)", descriptor, &known) else { return false }
            }
            return true
        }
    }
#endif
