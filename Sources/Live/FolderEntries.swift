internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The names in a folder.
enum FolderEntries {
    struct Entry {
        var name: String
        /// A link to a folder is no folder.
        var isFolder: Bool
    }

    /// Nil where there is no such folder.
    static func read(_ path: String) throws -> [Entry]? {
        guard let directory = opendir(path) else {
            if errno == ENOENT { return nil }
            if errno == ENOTDIR { throw FolderPublisher.Refusal.notAFolder(path) }
            throw LiveFiles.failure(path)
        }
        defer { closedir(directory) }
        var entries: [Entry] = []
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard name != ".", name != ".." else { continue }
            var type = entry.pointee.d_type
            if type == UInt8(DT_UNKNOWN) {
                var status = stat()
                if lstat("\(path)/\(name)", &status) == 0, status.st_mode & S_IFMT == S_IFDIR { type = UInt8(DT_DIR) }
            }
            entries.append(Entry(name: name, isFolder: type == UInt8(DT_DIR)))
        }
        return entries
    }

    enum Kind {
        case none, folder
        /// A file, a link or anything else.
        case other
    }

    /// What stands at a path; links are not followed.
    static func kind(of path: String) -> Kind {
        var status = stat()
        guard lstat(path, &status) == 0 else { return .none }
        return status.st_mode & S_IFMT == S_IFDIR ? .folder : .other
    }

    /// Removes a folder with everything in it.
    static func remove(_ path: String) {
        // What can't be listed can't be removed either.
        for entry in (try? read(path)) ?? [] {
            let child = "\(path)/\(entry.name)"
            if entry.isFolder { remove(child) } else { unlink(child) }
        }
        rmdir(path)
    }

    /// Removes a file and the folders that it leaves empty, up to `root`.
    static func removeFile(_ relative: String, in root: String) {
        unlink("\(root)/\(relative)")
        var folder = relative[...]
        while let slash = folder.lastIndex(of: "/") {
            folder = folder[..<slash]
            guard rmdir("\(root)/\(folder)") == 0 else { return }
        }
    }
}
