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
        read: LiveFiles.read, map: LiveFiles.map, list: { folder throws(FileError) in try LiveFiles.list(folder) },
        listAll: { folder throws(FileError) in try LiveFiles.list(folder, withHidden: true) }, status: LiveFiles.status,
        isFolder: LiveFiles.isFolder, realPath: LiveFiles.realPath, write: LiveFiles.write, remove: LiveFiles.remove,
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
    /// This machine, without the web, secrets and keys, which ``Live`` knows nothing about.
    package static let live = Context(
        files: .live, clock: .live, git: .live, publisher: { FolderPublisher($0).publisher }, locks: .live,
        changes: FileWatcher.changes)
}

extension FolderLocks {
    /// By the system's locks.
    package static let live = FolderLocks { folder, patience in HeldLock(try FolderLock(on: folder, patience: patience))
    }
}

/// Files by system calls: one open, one read where the size is known, no buffers between.
enum LiveFiles {
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        let (descriptor, status) = try opened(path)
        defer { close(descriptor) }
        return try read(descriptor, size: Int(status.st_size), path)
    }

    /// - Parameter size: what the system says it is; a file may grow while it is read, or not know its size beforehand.
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

    /// Files are written beside the old one and renamed, so that what is mapped stays what it was.
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

    /// Opens a file for reading. Pipes and devices are refused, for some never end and some never begin; only a pipe that
    /// was handed to the program is read: `/dev/stdin`, or `/dev/fd/63` as shells write it.
    private static func opened(_ path: String) throws(FileError) -> (Int32, stat) {
        let isNamed = path == "/dev/stdin" || path.hasPrefix("/dev/fd/") || path.hasPrefix("/proc/self/fd/")
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | (isNamed ? 0 : O_NONBLOCK))
        guard descriptor >= 0 else { throw failure(path) }
        var status = stat()
        var fault: FileError?
        if fstat(descriptor, &status) != 0 {
            fault = failure(path)
        } else if status.st_mode & S_IFMT == S_IFDIR {
            fault = FileError(path: path, reason: "this is a folder")
        } else if status.st_mode & S_IFMT != S_IFREG, !(isNamed && status.st_mode & S_IFMT == S_IFIFO) {
            fault = FileError(path: path, reason: notAFile)
        }
        if let fault {
            close(descriptor)
            throw fault
        }
        return (descriptor, status)
    }

    static let notAFile = "this is a pipe, a device or a socket, not a file"

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

    /// Everything below a folder, sorted by byte; empty where there is no such folder.
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

    static func write(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        try makeFolder(above: path)
        var old = stat()
        let isThere = lstat(path, &old) == 0
        var path = path
        if isThere, old.st_mode & S_IFMT == S_IFLNK {
            // The file behind the link is meant, and the link is to stay.
            guard let real = realPath(path), stat(real, &old) == 0 else { throw failure(path) }
            path = real
        }
        // Renaming over a file asks only for rights on its folder, and a superuser is never refused.
        if isThere, old.st_mode & 0o222 == 0 || access(path, W_OK) != 0 {
            throw FileError(path: path, reason: String(cString: strerror(EACCES)))
        }
        let temporary = TemporaryFiles.path(for: path)
        do throws(FileError) {
            try create(temporary, bytes, keeping: isThere ? old : nil)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a new file; what is at its path, be it a link, is removed.
    ///
    /// - Parameter old: whose rights and owner it gets, as far as this process may give them.
    private static func create(_ path: String, _ bytes: [UInt8], keeping old: stat?) throws(FileError) {
        let mode = old.map { $0.st_mode & 0o777 }
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

    static func remove(_ path: String) throws(FileError) {
        guard unlink(path) != 0, errno != ENOENT else { return }
        throw failure(path)
    }

    /// A path's folder and last name.
    static func split(_ path: String) -> (parent: String, name: String) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return (".", path) }
        let parent = slash == path.startIndex ? "/" : String(path[..<slash])
        return (parent, String(path[path.index(after: slash)...]))
    }

    static func makeFolder(above path: String) throws(FileError) {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")), slash != path.startIndex else { return }
        try makeFolder(String(path[..<slash]))
    }

    /// Makes a folder and those above it.
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
