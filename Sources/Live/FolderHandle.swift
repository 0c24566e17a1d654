internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// An open folder. No file or folder below this one is accessed through a symbolic link, wherever in a path the link
/// is.
///
/// Paths are relative to the folder. Only links in the path that opens the folder itself are followed.
final class FolderHandle: Sendable {
    /// How a path below the folder is resolved without following links.
    enum Resolution: Sendable {
        /// The kernel resolves the whole path in one call, openat2(2).
        case kernel
        /// Each component of the path is opened with `O_NOFOLLOW`.
        case stepwise

        /// The best resolution that this system supports: `openat2` needs Linux 5.6, and some sandboxes refuse it.
        static let best: Self = {
            #if os(Linux)
                let descriptor = sennight_open_beneath(AT_FDCWD, ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC, 0)
                if descriptor >= 0 { close(descriptor) }
                return descriptor >= 0 || errno == EACCES ? .kernel : .stepwise
            #else
                return .stepwise
            #endif
        }()
    }

    let descriptor: Int32
    /// The path by which the folder was opened, for messages.
    let path: String
    private let resolution: Resolution

    private init(_ descriptor: Int32, path: String, resolution: Resolution) {
        self.descriptor = descriptor
        self.path = path
        self.resolution = resolution
    }

    deinit { close(descriptor) }

    /// Opens a folder by a path whose links are followed.
    convenience init(at path: String, resolution: Resolution = .best) throws(FileError) {
        let descriptor = Self.call { open(path, Self.folderFlags) }
        guard descriptor >= 0 else { throw LiveFiles.failure(path) }
        self.init(descriptor, path: path, resolution: resolution)
    }

    /// A folder below this one, or nil if nothing exists at the path.
    ///
    /// - Throws: ``FileError`` if the path isn't a folder, or leads through a link.
    func folder(_ relative: String) throws(FileError) -> FolderHandle? {
        let descriptor = descriptor(of: relative, Self.folderFlags)
        if descriptor >= 0 {
            return FolderHandle(descriptor, path: whole(relative), resolution: resolution)
        }
        if errno == ENOENT { return nil }
        throw failure(relative)
    }

    /// The full path of an entry below the folder, for messages.
    func whole(_ relative: String) -> String { relative.isEmpty ? path : "\(path)/\(relative)" }

    func failure(_ relative: String) -> FileError { LiveFiles.failure(whole(relative)) }

    /// Opens a path below the folder; returns -1 and sets `errno` if that fails.
    ///
    /// - Parameter relative: the path; empty for the folder itself.
    func descriptor(of relative: String, _ flags: Int32, mode: mode_t = 0) -> Int32 {
        let flags = flags | O_NOFOLLOW | O_CLOEXEC
        if relative.isEmpty { return Self.call { openat(descriptor, ".", flags, mode) } }
        guard Manifest.isInside(relative) else {
            errno = EXDEV
            return -1
        }
        switch resolution {
        case .kernel:
            #if os(Linux)
                return Self.call {
                    sennight_open_beneath(descriptor, relative, flags, flags & O_CREAT == 0 ? 0 : UInt32(mode))
                }
            #else
                return stepwise(relative, flags, mode)
            #endif
        case .stepwise: return stepwise(relative, flags, mode)
        }
    }

    private func stepwise(_ relative: String, _ flags: Int32, _ mode: mode_t) -> Int32 {
        var names = relative.split(separator: "/").map(String.init)
        let last = names.popLast() ?? "."
        var current = descriptor
        defer { closeKeepingError(current) }
        for name in names {
            let next = Self.call { openat(current, name, Self.folderFlags | O_NOFOLLOW) }
            closeKeepingError(current)
            current = next
            // Linux returns ENOTDIR for a link where a folder is expected.
            guard next >= 0 else { return -1 }
        }
        return Self.call { openat(current, last, flags, mode) }
    }

    private func closeKeepingError(_ other: Int32) {
        guard other != descriptor, other >= 0 else { return }
        let error = errno
        close(other)
        errno = error
    }

    /// Calls a closure with the parent folder of a path and the path's last component; returns nil and sets `errno` if
    /// there is no such folder.
    func inParent<Result>(of relative: String, _ body: (_ folder: Int32, _ name: String) -> Result) -> Result? {
        guard let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) else {
            guard Manifest.isInside(relative), !relative.isEmpty else {
                errno = EXDEV
                return nil
            }
            return body(descriptor, relative)
        }
        let parent = descriptor(of: String(relative[..<slash]), Self.folderFlags)
        guard parent >= 0 else { return nil }
        defer { closeKeepingError(parent) }
        let name = String(relative[relative.index(after: slash)...])
        guard Manifest.isInside(name), !name.isEmpty else {
            errno = EXDEV
            return nil
        }
        return body(parent, name)
    }

    /// Repeats a system call as long as it is interrupted by a signal.
    static func call(_ body: () -> Int32) -> Int32 {
        while true {
            let result = body()
            if result >= 0 || errno != EINTR { return result }
        }
    }

    private static let folderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC
}
