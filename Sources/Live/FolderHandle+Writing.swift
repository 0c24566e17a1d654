internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Changes files and folders below a folder.
extension FolderHandle {
    /// Creates a folder and its parents, unless they exist.
    ///
    /// - Parameter replacingLinks: whether links in the way are removed; otherwise links are an error, like files in
    ///   the way.
    func makeFolder(_ relative: String, replacingLinks: Bool = false) throws(FileError) {
        // From the innermost folder outwards, because usually only that one is missing.
        var result = inParent(of: relative) { mkdirat($0, $1, 0o755) }
        if result == nil, relative.utf8.contains(UInt8(ascii: "/")) {
            try makeFolder(above: relative, replacingLinks: replacingLinks)
            result = inParent(of: relative) { mkdirat($0, $1, 0o755) }
        }
        if result == 0 { return }
        guard result != nil, errno == EEXIST else { throw failure(relative) }
        switch kind(of: relative) {
        case .folder: return
        case .link where replacingLinks:
            unlink(relative)
            guard inParent(of: relative, { mkdirat($0, $1, 0o755) }) == 0 else { throw failure(relative) }
        default:
            errno = ENOTDIR
            throw failure(relative)
        }
    }

    func makeFolder(above relative: String, replacingLinks: Bool = false) throws(FileError) {
        guard let slash = relative.utf8.lastIndex(of: UInt8(ascii: "/")) else { return }
        try makeFolder(String(relative[..<slash]), replacingLinks: replacingLinks)
    }

    /// Writes a new file and creates its folders; an existing file is removed first, because it may have other hard
    /// links.
    ///
    /// - Returns: the stamp of the new file.
    @discardableResult
    func replace(_ relative: String, _ bytes: [UInt8], durably: Bool = false) throws(FileError) -> FileStamp {
        let flags = O_WRONLY | O_CREAT | O_EXCL
        var descriptor = descriptor(of: relative, flags, mode: 0o644)
        if descriptor < 0 {
            if errno == EEXIST { unlink(relative) } else { try makeFolder(above: relative, replacingLinks: true) }
            descriptor = self.descriptor(of: relative, flags, mode: 0o644)
        }
        guard descriptor >= 0 else { throw failure(relative) }
        defer { close(descriptor) }
        try LiveFiles.write(bytes, to: descriptor, whole(relative))
        if durably, fsync(descriptor) != 0 { throw failure(relative) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw failure(relative) }
        return FileStamp(status)
    }

    /// Writes a temporary file and renames it over the old one, so that a complete file exists at any time.
    func replaceAtomically(_ relative: String, _ bytes: [UInt8], temporary: String) throws(FileError) {
        do throws(FileError) {
            try replace(temporary, bytes)
            try rename(temporary, to: relative)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Renames within the folder; anything at the new path is replaced, including a symbolic link.
    func rename(_ old: String, to new: String) throws(FileError) { try rename(old, to: self, new) }

    func rename(_ old: String, to other: FolderHandle, _ new: String) throws(FileError) {
        let result = inParent(of: old) { from, name in
            other.inParent(of: new) { to, newName in Self.call { renameat(from, name, to, newName) } } ?? -1
        }
        guard result == 0 else { throw other.failure(new) }
    }

    /// Creates hard links to files of a folder, or to symbolic links themselves, in the folder with the same path below
    /// another one, which is created; existing files with these names are replaced.
    ///
    /// - Returns: the names that the file system couldn't link.
    func link(_ names: [String], in relative: String, to other: FolderHandle) throws(FileError) -> [String] {
        guard let source = try folder(relative) else { throw failure(relative) }
        let target = try other.madeFolder(relative)
        var failed: [String] = []
        for name in names {
            let link = { linkat(source.descriptor, name, target.descriptor, name, 0) }
            var result = link()
            if result != 0, errno == EEXIST {
                target.unlink(name)
                result = link()
            }
            if result == 0 { continue }
            guard [EPERM, EXDEV, EMLINK, ENOTSUP, ENOSYS].contains(errno) else { throw target.failure(name) }
            failed.append(name)
        }
        return failed
    }

    /// Opens a folder, and creates it if it doesn't exist; links in the way are removed.
    private func madeFolder(_ relative: String) throws(FileError) -> FolderHandle {
        // If something else is in the way, the next call replaces or reports it.
        if let folder = try? folder(relative) { return folder }
        try makeFolder(relative, replacingLinks: true)
        guard let folder = try folder(relative) else { throw failure(relative) }
        return folder
    }

    /// Removes a file or a symbolic link; does nothing if the path doesn't exist, or leads through a link.
    func unlink(_ relative: String) {
        _ = inParent(of: relative) { unlinkat($0, $1, 0) }
    }

    /// Removes an empty folder; returns false if the path isn't an empty folder.
    @discardableResult
    func removeEmptyFolder(_ relative: String) -> Bool {
        inParent(of: relative) { unlinkat($0, $1, Int32(AT_REMOVEDIR)) } == 0
    }

    /// Removes a file and the folders that become empty; missing files and folders aren't an error.
    ///
    /// - Throws: ``FileError`` if the file can't be removed, as in a read-only folder.
    func removeFile(_ relative: String) throws(FileError) {
        if kind(of: relative) == .folder {
            removeEmptyFolder(relative)
        } else if inParent(of: relative, { unlinkat($0, $1, 0) }) == -1, errno != ENOENT {
            throw failure(relative)
        }
        var folder = relative[...]
        while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
            folder = folder[..<slash]
            // An interrupted run may have removed the inner ones.
            guard removeEmptyFolder(String(folder)) || errno == ENOENT else { return }
        }
    }

    /// Removes whatever is at a path; of a symbolic link, the link itself is removed, not its target.
    func removeTree(_ relative: String) {
        guard kind(of: relative) == .folder else { return unlink(relative) }
        // What can't be opened stays, and so does its parent folder.
        if let folder = try? folder(relative) { folder.removeContents(depth: 0) }
        removeEmptyFolder(relative)
    }

    /// Removes everything in the folder.
    ///
    /// - Parameter kept: a name to keep.
    func removeContents(except kept: String? = nil, depth: Int = 0) {
        // Each level keeps a file descriptor open; no site is nested that deeply.
        guard depth < 200 else { return }
        // A folder that can't be listed is left as it is.
        for entry in (try? entries()) ?? [] where entry.name != kept {
            guard entry.kind == .folder else {
                unlink(entry.name)
                continue
            }
            // What can't be opened stays.
            if let folder = try? folder(entry.name) { folder.removeContents(depth: depth + 1) }
            removeEmptyFolder(entry.name)
        }
    }
}
