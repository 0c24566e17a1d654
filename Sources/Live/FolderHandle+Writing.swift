internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Changes below a folder.
extension FolderHandle {
    /// Makes a folder and those above it; nothing happens where they are there.
    ///
    /// - Parameter replacingLinks: links in the way are removed; else they are an error, as is anything else in the way.
    func makeFolder(_ relative: String, replacingLinks: Bool = false) throws(FileError) {
        // From the bottom, for mostly only the last folder is missing.
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

    /// Writes a new file with its folders; what was at its path is removed first, for it may be linked from elsewhere.
    ///
    /// - Returns: the stamp of the file as it is now.
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

    /// Writes a file beside the old one and renames it, so that one of them is there, whole, at any time.
    func replaceAtomically(_ relative: String, _ bytes: [UInt8], temporary: String) throws(FileError) {
        do throws(FileError) {
            try replace(temporary, bytes)
            try rename(temporary, to: relative)
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Renames within the folder; what is at the new path, be it a link, is replaced itself.
    func rename(_ old: String, to new: String) throws(FileError) { try rename(old, to: self, new) }

    func rename(_ old: String, to other: FolderHandle, _ new: String) throws(FileError) {
        let result = inParent(of: old) { from, name in
            other.inParent(of: new) { to, newName in Self.call { renameat(from, name, to, newName) } } ?? -1
        }
        guard result == 0 else { throw other.failure(new) }
    }

    /// Gives files of a folder, or links themselves, second names in the folder of the same path below another one, which
    /// is made; what has such a name there is removed.
    ///
    /// - Returns: the names of those with which the file system can't do that.
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

    /// A folder that is made where it is missing; links in the way are removed.
    private func madeFolder(_ relative: String) throws(FileError) -> FolderHandle {
        // What stands in the way is replaced, or reported, by the next call.
        if let folder = try? folder(relative) { return folder }
        try makeFolder(relative, replacingLinks: true)
        guard let folder = try folder(relative) else { throw failure(relative) }
        return folder
    }

    /// Removes a file, or a link itself; nothing happens where there is none, or where a link is in the way.
    func unlink(_ relative: String) {
        _ = inParent(of: relative) { unlinkat($0, $1, 0) }
    }

    /// Removes an empty folder; false where it isn't one.
    @discardableResult
    func removeEmptyFolder(_ relative: String) -> Bool {
        inParent(of: relative) { unlinkat($0, $1, Int32(AT_REMOVEDIR)) } == 0
    }

    /// Removes a file and the folders that it leaves empty; what is gone already is no fault.
    ///
    /// - Throws: ``FileError`` if a file stays, as in a folder that may not be changed.
    func removeFile(_ relative: String) throws(FileError) {
        if kind(of: relative) == .folder {
            removeEmptyFolder(relative)
        } else if inParent(of: relative, { unlinkat($0, $1, 0) }) == -1, errno != ENOENT {
            throw failure(relative)
        }
        var folder = relative[...]
        while let slash = folder.utf8.lastIndex(of: UInt8(ascii: "/")) {
            folder = folder[..<slash]
            // A run that was interrupted may have removed the inner ones.
            guard removeEmptyFolder(String(folder)) || errno == ENOENT else { return }
        }
    }

    /// Removes whatever is at a path; of a link, the link itself.
    func removeTree(_ relative: String) {
        guard kind(of: relative) == .folder else { return unlink(relative) }
        // What can't be opened stays, and so does the folder around it.
        if let folder = try? folder(relative) { folder.removeContents(depth: 0) }
        removeEmptyFolder(relative)
    }

    /// Removes everything in the folder.
    ///
    /// - Parameter kept: a name that stays.
    func removeContents(except kept: String? = nil, depth: Int = 0) {
        // Each level keeps a descriptor; no site is that deep.
        guard depth < 200 else { return }
        // As above.
        for entry in (try? entries()) ?? [] where entry.name != kept {
            guard entry.kind == .folder else {
                unlink(entry.name)
                continue
            }
            // As above.
            if let folder = try? folder(entry.name) { folder.removeContents(depth: depth + 1) }
            removeEmptyFolder(entry.name)
        }
    }
}
