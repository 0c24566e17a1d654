package import Context

/// Keeps commands inside the publication's folder: symbolic links and settings must not lead to files outside.
package struct FolderBoundary: Sendable {
    /// The beginning of all paths that are checked; `.` for paths from the current folder.
    private let root: String
    /// Paths from the root that may lead outside.
    private let exceptions: [String]
    private let realPath: @Sendable (String) -> String?

    /// - Parameter exceptions: paths from the root; these paths, and everything below them, may lead outside.
    package init(root: String, exceptions: [String] = [], files: Files) {
        self.root = root
        self.exceptions = exceptions.map { path in
            var path = path[...]
            while path.hasPrefix("./") { path = path.dropFirst(2) }
            while path.count > 1, path.hasSuffix("/") { path = path.dropLast() }
            return String(path)
        }
        realPath = files.realPath
    }

    /// - Throws: ``FileError`` with a remedy if a file or folder is outside. A path that doesn't exist is inside.
    package func check(_ path: String) throws(FileError) {
        let relative = relative(path)
        guard let real = realPath(path), leadsOut(real), !isException(relative) else { return }
        throw FileError(
            path: path, reason: "the path leads out of the publication, to \(real)",
            remedy:
                "Copy the file or folder into the publication, or list '\(relative)'"
                + " under 'follow-links:' in the settings"
        )
    }

    /// - Throws: ``FileError`` if links lead a path in the folder to somewhere outside, even if its last components
    ///   don't exist yet.
    package func checkTarget(_ path: String) throws(FileError) {
        let relative = relative(path)
        guard isWritten(path), !isException(relative), let real = nearest(path), leadsOut(real) else { return }
        throw FileError(
            path: path,
            reason: "a symbolic link leads out of the publication, to \(real), where Sennight doesn't change files",
            remedy: "Remove the link, or list '\(relative)' under 'follow-links:' in the settings")
    }

    /// Whether the text of a path is below the root, without resolving links. A path elsewhere is the user's own choice.
    private func isWritten(_ path: String) -> Bool {
        let isBelow = root == "." ? !path.hasPrefix("/") : path.hasPrefix(root + "/")
        return isBelow && !relative(path).split(separator: "/").contains("..")
    }

    private func isException(_ relative: String) -> Bool {
        exceptions.contains { relative == $0 || relative.hasPrefix($0 + "/") }
    }

    private func leadsOut(_ real: String) -> Bool {
        guard let root = realPath(root) else { return false }
        // Files that exist only in memory have no other path than the given one.
        if root == "." { return real.hasPrefix("/") || real.split(separator: "/").first == ".." }
        return real != root && !real.hasPrefix(root == "/" ? root : root + "/")
    }

    private func relative(_ path: String) -> String {
        if root == "." { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    /// The real path of a file, or of the closest existing folder above it.
    private func nearest(_ path: String) -> String? {
        var path = path[...]
        while true {
            if let real = realPath(String(path)) { return real }
            guard let slash = path.lastIndex(of: "/"), slash != path.startIndex else { return nil }
            path = path[..<slash]
        }
    }
}

extension Files {
    /// These files, with an error if a listed folder, or a file in it, is outside.
    package func listing(inside boundary: FolderBoundary) -> Files {
        var files = self
        let (list, listAll) = (list, listAll)
        files.list = { folder throws(FileError) in try boundary.checked(try list(folder), in: folder) }
        files.listAll = { folder throws(FileError) in try boundary.checked(try listAll(folder), in: folder) }
        return files
    }

    /// These files, with an error if a file outside would be written or removed through a link.
    package func writing(inside boundary: FolderBoundary) -> Files {
        var files = self
        let (write, remove) = (write, remove)
        files.write = { path, bytes throws(FileError) in
            try boundary.checkTarget(path)
            try write(path, bytes)
        }
        files.remove = { path throws(FileError) in
            // Removing a link removes the link itself.
            if let slash = path.lastIndex(of: "/") { try boundary.checkTarget(String(path[..<slash])) }
            try remove(path)
        }
        return files
    }
}

extension FolderBoundary {
    fileprivate func checked(_ files: [ListedFile], in folder: String) throws(FileError) -> [ListedFile] {
        try check(folder)
        var checked: String?
        for file in files {
            guard let link = file.link else { continue }
            // All files below one link have the same remedy.
            if link != checked { try check("\(folder)/\(link)") }
            checked = link
            if link != file.path { try check("\(folder)/\(file.path)") }
        }
        return files
    }
}
