package import Context
internal import Text

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension Files {
    /// The machine's file system.
    package static let live = Files(
        read: LiveFiles.read, map: LiveFiles.map,
        readPieces: { path, body in try LiveFiles.readPieces(path, after: 0, body) },
        readPiecesAfter: { path, offset, body in try LiveFiles.readPieces(path, after: offset, body) },
        list: { folder throws(FileError) in try LiveFiles.list(folder) },
        listAll: { folder throws(FileError) in try LiveFiles.list(folder, withHidden: true) }, status: LiveFiles.status,
        isFolder: LiveFiles.isFolder, realPath: LiveFiles.realPath,
        write: { path, bytes throws(FileError) in try LiveFiles.write(path, bytes) },
        writeSecret: { path, bytes throws(FileError) in try LiveFiles.write(path, bytes, isSecret: true) },
        writeDurably: LiveFiles.writeDurably, move: LiveFiles.move, remove: LiveFiles.remove,
        removeTemporaries: TemporaryFiles.removeAbandoned(in:),
        removeTemporariesBelow: TemporaryFiles.removeAbandoned(below:))
}

extension Clock {
    /// The machine's clock.
    package static let live = Clock(now: {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    })
}

extension Context {
    /// This machine, without the web, secrets and signing keys, which ``Live`` doesn't provide.
    package static let live = Context(
        files: .live, clock: .live, git: .live, programs: .live, publisher: { FolderPublisher($0).publisher },
        locks: .live,
        changes: FileWatcher.changes)
}

extension FolderLocks {
    /// The system's file locks.
    package static let live = FolderLocks { folder, patience in HeldLock(try FolderLock(on: folder, patience: patience))
    }
}

/// File access by system calls: each file is opened once and read in one call if its size is known.
enum LiveFiles {
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let (descriptor, status) = try opened(path)
        defer { close(descriptor) }
        return try read(descriptor, size: Int(status.st_size), path)
    }

    /// - Parameter size: the size that the system reports; a file may grow while it is read, or have an unknown size.
    static func read(_ descriptor: Int32, size: Int, _ path: String) throws(FileError) -> [UInt8] {
        let expected = max(0, size)
        var problem: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            guard let start = buffer.baseAddress else { return }
            while count < buffer.count {
                let got = Self.readSome(descriptor, start + count, buffer.count - count)
                if got < 0 { problem = errno }
                guard got > 0 else { break }
                count += got
            }
        }
        guard problem == 0 else { throw FileError(path: path, reason: String(cString: strerror(problem))) }
        if bytes.count > expected {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while case let got = Self.readSome(descriptor, &chunk, chunk.count), got > 0 { bytes += chunk[..<got] }
        }
        return bytes
    }

    /// In pieces of 256 KiB at most.
    ///
    /// - Parameter offset: how many bytes to skip, in a file that can be positioned.
    static func readPieces(_ path: String, after offset: Int, _ body: (_ piece: [UInt8]) throws -> Void) throws {
        let (descriptor, _) = try opened(path)
        defer { close(descriptor) }
        if offset > 0, lseek(descriptor, off_t(offset), SEEK_SET) < 0 {
            throw FileError(path: path, reason: String(cString: strerror(errno)))
        }
        var problem: Int32 = 0
        repeat {
            let piece = [UInt8](unsafeUninitializedCapacity: 262_144) { buffer, count in
                guard let start = buffer.baseAddress else { return }
                let got = Self.readSome(descriptor, start, buffer.count)
                if got < 0 { problem = errno }
                count = max(0, got)
            }
            guard problem == 0 else { throw FileError(path: path, reason: String(cString: strerror(problem))) }
            guard !piece.isEmpty else { return }
            try body(piece)
        } while true
    }

    /// Maps a file into memory. Files are never changed in place but replaced by renaming, so the mapped content
    /// doesn't change.
    static func map(_ path: String) throws(FileError) -> FileBytes {
        let (descriptor, status) = try opened(path)
        defer { close(descriptor) }
        let size = Int(status.st_size)
        guard status.st_mode & S_IFMT == S_IFREG, size > 0,
            let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED
        else {
            return FileBytes(try read(descriptor, size: size, path))
        }
        return FileBytes(UnsafeRawBufferPointer(start: start, count: size)) { memory in
            munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
        }
    }

    /// Opens a file for reading. Pipes and devices are refused, because reading some of them would never end or never
    /// begin; only a pipe that was passed to the program is read: `/dev/stdin`, or `/dev/fd/63` as shells write it.
    private static func opened(_ path: String) throws(FileError) -> (Int32, stat) {
        let isNamed = path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isNamed ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else { throw failure(path) }
        var status = stat()
        var fault: FileError?
        if fstat(descriptor, &status) != 0 {
            fault = failure(path)
        } else if status.st_mode & S_IFMT == S_IFDIR {
            fault = FileError(path: path, reason: "the path is a folder")
        } else if status.st_mode & S_IFMT != S_IFREG, !(isNamed && status.st_mode & S_IFMT == S_IFIFO) {
            fault = FileError(path: path, reason: notAFile)
        }
        if let fault {
            close(descriptor)
            throw fault
        }
        return (descriptor, status)
    }

    static let notAFile = "the path is a pipe, a device or a socket, not a file"

    private static func readSome(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer, _ count: Int) -> Int {
        while true {
            #if canImport(Darwin)
                let got = Darwin.read(descriptor, buffer, count)
            #elseif canImport(Glibc)
                let got = Glibc.read(descriptor, buffer, count)
            #else
                let got = Musl.read(descriptor, buffer, count)
            #endif
            if got >= 0 || errno != EINTR { return got }
        }
    }

    static func status(_ path: String) -> FileStatus? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        return FileStatus(status)
    }

    /// All files below a folder, sorted by their bytes; empty if there is no such folder.
    static func list(_ folder: String, withHidden: Bool = false) throws(FileError) -> [ListedFile] {
        var listing = FolderListing(withHidden: withHidden)
        try listing.add(folder)
        return listing.files.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    static func realPath(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
    }

    /// - Parameter isSecret: whether only the owner may read the file.
    static func write(_ path: String, _ bytes: [UInt8], isSecret: Bool = false) throws(FileError) {
        try makeFolder(above: path)
        var old = stat()
        let isThere = lstat(path, &old) == 0
        var path = path
        if isThere, old.st_mode & S_IFMT == S_IFLNK {
            // The target of a link is written, and the link stays.
            guard let real = realPath(path), stat(real, &old) == 0 else { throw failure(path) }
            path = real
        }
        // Renaming over a file only needs permissions on its folder, and the superuser is never refused.
        if isThere, old.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
            throw FileError(path: path, reason: String(cString: strerror(EACCES)))
        }
        let temporary = TemporaryFiles.path(for: path)
        do throws(FileError) {
            try create(temporary, bytes, keeping: isThere ? old : nil, mode: isSecret ? 0o600 : nil)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a new file; an existing file or link at its path is removed.
    ///
    /// - Parameter old: the file whose permissions and owner the new one gets, as far as this process may set them.
    private static func create(
        _ path: String, _ bytes: [UInt8], keeping old: stat?, mode: mode_t? = nil
    ) throws(FileError) {
        let mode = mode ?? old.map { $0.st_mode & 0o777 }
        let flags = O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC
        var descriptor = open(path, flags, mode ?? 0o644)
        if descriptor < 0, errno == EEXIST {
            unlink(path)
            descriptor = open(path, flags, mode ?? 0o644)
        }
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        if let old, let mode {
            _ = fchown(descriptor, old.st_uid, old.st_gid)
            guard fchmod(descriptor, mode) == 0 else { throw failure(path) }
        }
        try write(bytes, to: descriptor, path)
    }

    static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
        var offset = 0
        while offset < bytes.count {
            let count = bytes.withUnsafeBytes { buffer in
                #if canImport(Darwin)
                    Darwin.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #elseif canImport(Glibc)
                    Glibc.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #else
                    Musl.write(descriptor, buffer.baseAddress! + offset, buffer.count - offset)
                #endif
            }
            if count < 0 {
                if errno == EINTR { continue }
                throw failure(path)
            }
            offset += count
        }
    }

    static func move(_ path: String, _ newPath: String) throws(FileError) {
        guard rename(path, newPath) == 0 else { throw failure(path) }
    }

    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw failure(path)
    }

    /// Splits a path into its parent folder and its last component.
    static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        return (parent, String(path[path.index(after: slash)...]))
    }

    static func makeFolder(above path: String) throws(FileError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return }
        try makeFolder(String(path[..<slash]))
    }

    /// Creates a folder and its parents.
    static func makeFolder(_ path: String) throws(FileError) {
        if mkdir(path, 0o755) == 0 || errno == EEXIST { return }
        guard errno == ENOENT else { throw failure(path) }
        try makeFolder(above: path)
        guard mkdir(path, 0o755) == 0 || errno == EEXIST else { throw failure(path) }
    }

    static func failure(_ path: String) -> FileError {
        FileError(path: path, reason: String(cString: strerror(errno)))
    }
}

extension FileStatus {
    init(_ status: stat) {
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        self.init(
            size: Int(status.st_size), modified: Int(time.tv_sec) &* 1_000_000_000 &+ Int(time.tv_nsec),
            inode: UInt64(status.st_ino))
    }
}
