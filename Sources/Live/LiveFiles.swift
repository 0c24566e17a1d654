package import Context

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
        realPath: LiveFiles.realPath, write: LiveFiles.write, remove: LiveFiles.remove)
}

extension Clock {
    /// The machine's clock.
    package static let live = Clock {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return time.tv_sec &* 1_000_000_000 &+ time.tv_nsec
    }
}

extension Context {
    package static let live = Context(files: .live, clock: .live, git: .live, changes: FileWatcher.changes)
}

/// Files by system calls: one open, one read where the size is known, no buffers between.
enum LiveFiles {
    static func read(_ path: String) throws(FileError) -> [UInt8] {
        // The opening of a named pipe would wait for a writer.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT != S_IFDIR else { throw FileError(path: path, reason: "this is a folder") }
        guard status.st_mode & S_IFMT == S_IFREG else {
            throw FileError(path: path, reason: "this is a pipe, a socket or a device, not a file")
        }
        let expected = max(0, Int(status.st_size))
        var problem: Int32 = 0
        var bytes = [UInt8](unsafeUninitializedCapacity: expected + 1) { buffer, count in
            while count < buffer.count {
                let got = Self.readSome(descriptor, buffer.baseAddress! + count, buffer.count - count)
                if got < 0 { problem = errno }
                guard got > 0 else { break }
                count += got
            }
        }
        guard problem == 0 else { throw FileError(path: path, reason: String(cString: strerror(problem))) }
        // The file grew while it was read, or its size is not known beforehand.
        if bytes.count > expected {
            var chunk = [UInt8](repeating: 0, count: 65_536)
            while case let got = Self.readSome(descriptor, &chunk, chunk.count), got > 0 { bytes += chunk[..<got] }
        }
        return bytes
    }

    /// Files are written beside the old one and renamed, so that what is mapped stays what it was.
    static func map(_ path: String) throws(FileError) -> FileBytes {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(path) }
        guard status.st_mode & S_IFMT == S_IFREG, status.st_size > 0 else { return FileBytes(try read(path)) }
        let size = Int(status.st_size)
        guard let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            return FileBytes(try read(path))
        }
        return FileBytes(UnsafeRawBufferPointer(start: start, count: size)) { memory in
            munmap(UnsafeMutableRawPointer(mutating: memory.baseAddress), memory.count)
        }
    }

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

    static func list(_ folder: String, withHidden: Bool = false) throws(FileError) -> [ListedFile] {
        var found: [ListedFile] = []
        try list(folder, prefix: "", depth: 0, withHidden: withHidden, into: &found)
        return found.sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private static func list(
        _ folder: String, prefix: String, depth: Int, withHidden: Bool, into found: inout [ListedFile]
    ) throws(FileError) {
        guard let directory = opendir(folder) else {
            if errno == ENOENT, depth == 0 { return }
            throw failure(folder)
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else { throw FileError(path: folder, reason: "a file's name in it is not UTF-8") }
            // Hidden files belong to other programs, unless somebody asks for them.
            if name.hasPrefix("."), !withHidden || [".", "..", ".git", ".DS_Store"].contains(name) { continue }
            var status = stat()
            let path = folder + "/" + name
            guard stat(path, &status) == 0 else {
                // A link that leads nowhere is like no file.
                if errno == ENOENT { continue }
                throw failure(path)
            }
            if status.st_mode & S_IFMT == S_IFDIR {
                guard depth < 32 else { throw FileError(path: path, reason: "folders are nested too deeply") }
                try list(path, prefix: prefix + name + "/", depth: depth + 1, withHidden: withHidden, into: &found)
            } else if status.st_mode & S_IFMT == S_IFREG {
                found.append(ListedFile(path: prefix + name, status: FileStatus(status)))
            }
        }
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
        let temporary = "\(path).\(getpid()).tmp"
        do throws(FileError) {
            try create(temporary, bytes, keeping: isThere ? old : nil)
            guard rename(temporary, path) == 0 else { throw failure(path) }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a file anew, making its folders; what stood at its path may be linked from elsewhere and is not written into.
    static func replace(_ path: String, _ bytes: [UInt8]) throws(FileError) {
        var descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        if descriptor < 0 {
            if errno == EEXIST { unlink(path) } else { try makeFolder(above: path) }
            descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o644)
        }
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        try write(bytes, to: descriptor, path)
    }

    /// Writes a file, over what stands at its path.
    ///
    /// - Parameter old: whose rights and owner it gets, as far as this process may give them.
    static func create(
        _ path: String, _ bytes: [UInt8], durably: Bool = false, keeping old: stat? = nil
    ) throws(FileError) {
        let mode = old.map { $0.st_mode & 0o777 }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode ?? 0o644)
        guard descriptor >= 0 else { throw failure(path) }
        defer { close(descriptor) }
        if let old, let mode {
            _ = fchown(descriptor, old.st_uid, old.st_gid)
            guard fchmod(descriptor, mode) == 0 else { throw failure(path) }
        }
        try write(bytes, to: descriptor, path)
        if durably, fsync(descriptor) != 0 { throw failure(path) }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
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

    static func makeFolder(above path: String) throws(FileError) {
        guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return }
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
