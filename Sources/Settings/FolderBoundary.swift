package import Context

/// The folder of a publication as a boundary: symbolic links and settings must not lead a command out of it.
package struct FolderBoundary: Sendable {
    /// As the paths begin that are looked at; `.` for paths from the current folder.
    private let root: String
    /// Paths from the root that may lead out.
    private let exceptions: [String]
    private let realPath: @Sendable (String) -> String?

    /// - Parameter exceptions: paths from the root; what is below them may lead out as well.
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

    /// - Throws: ``FileError`` where a file or folder is outside, naming the remedy. What is not there is inside.
    package func check(_ path: String) throws(FileError) {
        let relative = relative(path)
        guard let real = realPath(path), leadsOut(real), !isException(relative) else { return }
        throw FileError(
            path: path, reason: "this leads out of the publication, to \(real)",
            remedy: "Copy it into the publication, or list '\(relative)' under 'follow-links:' in the settings")
    }

    /// - Throws: ``FileError`` where a path that begins in the folder leads to somewhere else by links, also if its
    ///   last names are not there yet.
    package func checkTarget(_ path: String) throws(FileError) {
        let relative = relative(path)
        guard isWritten(relative), !isException(relative), let real = nearest(path), leadsOut(real) else { return }
        throw FileError(
            path: path, reason: "a link leads out of the publication here, to \(real), where nothing is changed",
            remedy: "Remove the link, or list '\(relative)' under 'follow-links:' in the settings")
    }

    /// Whether a path is one below the root as it is written, wherever links then lead.
    private func isWritten(_ relative: String) -> Bool {
        !relative.hasPrefix("/") && !relative.split(separator: "/").contains("..")
    }

    private func isException(_ relative: String) -> Bool {
        exceptions.contains { relative == $0 || relative.hasPrefix($0 + "/") }
    }

    private func leadsOut(_ real: String) -> Bool {
        guard let root = realPath(root) else { return false }
        // Files that exist only in memory have no other path than the one they are asked by.
        if root == "." { return real.hasPrefix("/") || real.split(separator: "/").first == ".." }
        return real != root && !real.hasPrefix(root == "/" ? root : root + "/")
    }

    private func relative(_ path: String) -> String {
        if root == "." { return path.hasPrefix("./") ? String(path.dropFirst(2)) : path }
        return path.hasPrefix(root + "/") ? String(path.dropFirst(root.count + 1)) : path
    }

    /// The real path of a file, or of the first folder above it that is there.
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
    /// The same files, but a listed folder, or a file in it, must not be outside.
    package func listing(inside boundary: FolderBoundary) -> Files {
        var files = self
        let (list, listAll) = (list, listAll)
        files.list = { folder throws(FileError) in try boundary.checked(try list(folder), in: folder) }
        files.listAll = { folder throws(FileError) in try boundary.checked(try listAll(folder), in: folder) }
        return files
    }

    /// The same files, but nothing is written or removed outside through a link.
    package func writing(inside boundary: FolderBoundary) -> Files {
        var files = self
        let (write, remove) = (write, remove)
        files.write = { path, bytes throws(FileError) in
            try boundary.checkTarget(path)
            try write(path, bytes)
        }
        files.remove = { path throws(FileError) in
            // Of a link, the link itself is removed.
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
            // All files behind one link have the same remedy.
            if link != checked { try check("\(folder)/\(link)") }
            checked = link
            if link != file.path { try check("\(folder)/\(file.path)") }
        }
        return files
    }
}
