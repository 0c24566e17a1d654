internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Reads files and lists entries below a folder.
extension FolderHandle {
    enum Kind {
        case none, file, folder, link
        /// A pipe, a device or a socket.
        case other

        fileprivate init(_ status: stat) {
            switch status.st_mode & S_IFMT {
            case S_IFREG: self = .file
            case S_IFDIR: self = .folder
            case S_IFLNK: self = .link
            default: self = .other
            }
        }
    }

    /// A name in a folder.
    struct Entry {
        var name: String
        var kind: Kind
    }

    /// Calls a closure with each entry of a folder below this one, in no particular order; returns false if there is no
    /// such folder.
    func forEachEntry(
        in relative: String = "", _ body: (Entry) throws(FileError) -> Void
    ) throws(FileError) -> Bool {
        let descriptor = descriptor(of: relative, O_RDONLY | O_DIRECTORY)
        guard descriptor >= 0 else {
            if errno == ENOENT { return false }
            throw failure(relative)
        }
        guard let directory = fdopendir(descriptor) else {
            close(descriptor)
            throw failure(relative)
        }
        defer { closedir(directory) }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            let kind: Kind
            switch Int(entry.pointee.d_type) {
            case Int(DT_REG): kind = .file
            case Int(DT_DIR): kind = .folder
            case Int(DT_LNK): kind = .link
            case Int(DT_UNKNOWN):
                var status = stat()
                guard fstatat(descriptor, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else { continue }
                kind = Kind(status)
            default: kind = .other
            }
            try body(Entry(name: name, kind: kind))
        }
        return true
    }

    /// The entries of a folder below this one, or nil if there is no such folder.
    func entries(in relative: String = "") throws(FileError) -> [(name: String, kind: Kind)]? {
        var found: [(name: String, kind: Kind)] = []
        let isThere = try forEachEntry(in: relative) { entry throws(FileError) in
            found.append((entry.name, entry.kind))
        }
        return isThere ? found : nil
    }

    /// The kind of the entry at a path; also `none` if a parent of the path is a link or a file.
    func kind(of relative: String) -> Kind {
        var status = stat()
        let result = inParent(of: relative) { fstatat($0, $1, &status, AT_SYMLINK_NOFOLLOW) }
        return result == 0 ? Kind(status) : .none
    }

    /// The kind and stamp of the entry at a path, determined quickly: a link at the path itself is detected, but links
    /// in parent folders are followed.
    ///
    /// Callers must make sure that no parent folder has become a link before they change anything.
    func glance(at relative: String) -> (kind: Kind, stamp: FileStamp)? {
        var status = stat()
        guard fstatat(descriptor, relative, &status, AT_SYMLINK_NOFOLLOW) == 0 else { return nil }
        return (Kind(status), FileStamp(status))
    }

    /// The bytes and the stamp of a file, or nil if the path isn't a regular file or leads through a link.
    func read(_ relative: String) throws(FileError) -> (bytes: [UInt8], stamp: FileStamp)? {
        // Opening a pipe would block the reader.
        let descriptor = descriptor(of: relative, O_RDONLY | O_NONBLOCK)
        guard descriptor >= 0 else {
            if [ENOENT, ELOOP, ENOTDIR, EXDEV, ENXIO].contains(errno) { return nil }
            throw failure(relative)
        }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(relative) }
        guard status.st_mode & S_IFMT == S_IFREG else { return nil }
        return (try LiveFiles.read(descriptor, size: Int(status.st_size), whole(relative)), FileStamp(status))
    }
}
