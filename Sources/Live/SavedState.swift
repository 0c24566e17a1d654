package import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A file's state, which shows whether an editor has saved the file, even with the same content.
package struct SavedState: Equatable, Sendable {
    private let bytes: [UInt8]
    private let status: FileStatus?

    /// The current state of a file, after setting its time back a little: file systems store times with a resolution of
    /// some milliseconds, and without this, saving within the same milliseconds would be missed.
    package static func marked(_ file: String) throws(FileError) -> Self {
        var times = [timespec(tv_sec: time(nil) - 2, tv_nsec: 0), timespec(tv_sec: time(nil) - 2, tv_nsec: 0)]
        guard utimensat(AT_FDCWD, file, &times, 0) == 0 else {
            throw FileError(path: file, reason: String(cString: strerror(errno)))
        }
        return try Self(of: file)
    }

    package init(of file: String) throws(FileError) {
        bytes = try Files.live.read(file)
        status = Files.live.status(file)
    }
}
