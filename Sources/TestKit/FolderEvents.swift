#if os(Linux)
    internal import CSystemCalls
    internal import Foundation

    #if canImport(Glibc)
        internal import Glibc
    #else
        internal import Musl
    #endif

    /// The changes of files below a folder, as reported by the kernel (inotify(7)).
    final class FolderEvents: Sendable {
        struct Failure: Error {
            let code: Int32
        }

        private let descriptor: Int32
        private let root: String

        /// Watches existing files and those created later.
        init(below folder: String) throws {
            descriptor = inotify_init1(Int32(IN_CLOEXEC))
            root = folder
            guard descriptor >= 0 else { throw Failure(code: errno) }
            watchAll()
        }

        deinit { close(descriptor) }

        /// Waits for a number of changes.
        ///
        /// - Parameter process: a descriptor of the process that makes them (pidfd_open(2)); the wait also ends with
        ///   the process.
        func wait(for count: Int, orEndOf process: Int32) {
            var seen = 0
            var buffer = [UInt8](repeating: 0, count: 65_536)
            while seen < count {
                var waiting = [
                    pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                    pollfd(fd: process, events: Int16(POLLIN), revents: 0),
                ]
                guard poll(&waiting, 2, -1) > 0, waiting[0].revents != 0 else { return }
                let length = read(descriptor, &buffer, buffer.count)
                guard length > 0 else { return }
                seen += Self.events(in: buffer[..<length])
                watchAll()
            }
        }

        /// Waits for one change; returns false on a timeout.
        func waitForOne(milliseconds: Int32 = 600_000) -> Bool {
            var buffer = [UInt8](repeating: 0, count: 65_536)
            var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
            guard poll(&waiting, 1, milliseconds) > 0, read(descriptor, &buffer, buffer.count) > 0 else { return false }
            watchAll()
            return true
        }

        private func watchAll() {
            let mask = UInt32(IN_CLOSE_WRITE | IN_MOVED_TO | IN_DELETE | IN_CREATE)
            inotify_add_watch(descriptor, root, mask)
            let paths = FileManager.default.enumerator(atPath: root)
            while let path = paths?.nextObject() as? String {
                let isFolder = paths?.fileAttributes?[.type] as? FileAttributeType == .typeDirectory
                if isFolder { inotify_add_watch(descriptor, "\(root)/\(path)", mask) }
            }
        }

        /// An event is 16 bytes, the last four of which are the length of the name that follows.
        private static func events(in bytes: ArraySlice<UInt8>) -> Int {
            var (count, rest) = (0, bytes)
            while rest.count >= 16 {
                let length = rest.dropFirst(12).prefix(4).reversed().reduce(0) { $0 << 8 | Int($1) }
                rest = rest.dropFirst(16 + length)
                count += 1
            }
            return count
        }
    }

    extension ScratchFolder {
        /// Waits until all of these files exist; returns false on a timeout.
        package func waits(forFiles files: [String]) -> Bool {
            guard let events = try? FolderEvents(below: path) else { return false }
            while !files.allSatisfy(exists) { guard events.waitForOne() else { return false } }
            return true
        }
    }
#endif
