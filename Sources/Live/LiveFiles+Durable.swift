internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension LiveFiles {
    /// Writes a new file that only its owner may read, and returns once the device has it and its name.
    static func writeDurably(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try makeFolder(above: path)
        let temporary = TemporaryFiles.path(for: path)
        do throws(FileError) {
            try createDurably(temporary, bytes)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
        do throws(FileError) {
            try synchronizeFolder(split(path).parent)
        } catch {
            // Otherwise it would be sent, and sent again by whoever was told that it wasn't written.
            unlink(path)
            throw error
        }
    }

    private static func createDurably(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path)
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }

    /// A new name is only durable with its folder (fsync(2)).
    private static func synchronizeFolder(_ path: String) throws(FileError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        guard fsync(descriptor) == 0 else { throw failure(path) }
    }
}
