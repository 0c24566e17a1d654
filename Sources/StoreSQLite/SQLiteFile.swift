#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The file of a database.
enum SQLiteFile {
    /// Creates an empty file that only its owner may read and write. SQLite gives the write-ahead log the same
    /// permissions.
    ///
    /// - Returns: whether there is such a file now.
    static func create(_ path: String) -> Bool {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { return errno == EEXIST }
        close(descriptor)
        return true
    }
}
