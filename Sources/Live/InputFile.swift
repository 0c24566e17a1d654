#if canImport(System)
    internal import System
#else
    internal import SystemPackage
#endif

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The standard input of a program as a file: a pipe that the program closes before reading everything would end this
/// process with a signal.
enum InputFile {
    /// An open file without a name, positioned at its beginning.
    static func holding(_ bytes: [UInt8]) throws -> FileDescriptor {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var descriptor: Int32 = -1
        #if os(Linux)
            // O_TMPFILE of <fcntl.h>: a file that never has a name, so that nothing is left if this process is killed.
            descriptor = open(folder, O_RDWR | O_CLOEXEC | O_DIRECTORY | 0o20000000, 0o600)
        #endif
        if descriptor < 0 {
            // Not every file system supports such files.
            var template = Array("\(folder)/sennight-git-XXXXXX".utf8CString)
            descriptor = mkstemp(&template)
            guard descriptor >= 0 else { throw Errno(rawValue: errno) }
            unlink(template)
            _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        }
        let file = FileDescriptor(rawValue: descriptor)
        do {
            try file.writeAll(bytes)
            try file.seek(offset: 0, from: .start)
        } catch {
            // The first error is the one to report.
            try? file.close()
            throw error
        }
        return file
    }
}
