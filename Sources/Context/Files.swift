package import Text

/// Reading of files and folders.
package struct Files: Sendable {
    /// All bytes of a file; throws ``FileError``.
    package var read: @Sendable (_ path: String) throws(FileError) -> [UInt8]
    /// The same bytes, for a file of which little may be needed; what is later written over it does not change them.
    package var map: @Sendable (_ path: String) throws(FileError) -> FileBytes
    /// Everything below a folder, as paths from it, sorted by byte; empty where there is no such folder.
    package var list: @Sendable (_ folder: String) throws(FileError) -> [ListedFile]
    /// The same with files whose names begin with a dot; what version control keeps there is left out.
    package var listAll: @Sendable (_ folder: String) throws(FileError) -> [ListedFile]
    /// What the system knows of a file; nil where there is none.
    package var status: @Sendable (_ path: String) -> FileStatus?
    /// Whether there is a folder at the path; links are followed.
    package var isFolder: @Sendable (_ path: String) -> Bool
    /// The path without links, `.` and `..`; nil where nothing is there.
    package var realPath: @Sendable (_ path: String) -> String?
    /// Writes a file beside the old one and renames it over; makes its folders. A link stays, and what it leads to is
    /// written; the file keeps its rights, and one that nobody may write is not written.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void

    /// Takes a file away; nothing happens where there is none.
    package var remove: @Sendable (_ path: String) throws(FileError) -> Void
    /// Removes from a folder what `write` left there in processes that were killed; folders in it are not looked into.
    package var removeTemporaries: @Sendable (_ folder: String) -> Void
    /// The same from a folder and from all folders below it; links are not followed. Whoever calls this holds the lock
    /// under which these folders are written.
    package var removeTemporariesBelow: @Sendable (_ folder: String) -> Void

    package init(
        read: @escaping @Sendable (_ path: String) throws(FileError) -> [UInt8],
        map: (@Sendable (_ path: String) throws(FileError) -> FileBytes)? = nil,
        list: @escaping @Sendable (_ folder: String) throws(FileError) -> [ListedFile],
        listAll: (@Sendable (_ folder: String) throws(FileError) -> [ListedFile])? = nil,
        status: @escaping @Sendable (_ path: String) -> FileStatus?,
        isFolder: (@Sendable (_ path: String) -> Bool)? = nil,
        realPath: @escaping @Sendable (_ path: String) -> String? = { $0 },
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void,
        remove: @escaping @Sendable (_ path: String) throws(FileError) -> Void = { path throws(FileError) in
            throw FileError(path: path, reason: "these files are only read and written")
        },
        removeTemporaries: @escaping @Sendable (_ folder: String) -> Void = { _ in },
        removeTemporariesBelow: @escaping @Sendable (_ folder: String) -> Void = { _ in }
    ) {
        self.read = read
        self.list = list
        self.status = status
        self.write = write
        self.remove = remove
        if let map {
            self.map = map
        } else {
            self.map = { path throws(FileError) in FileBytes(try read(path)) }
        }
        self.listAll = listAll ?? list
        // Where folders exist only through their files, one that can't be listed isn't there.
        self.isFolder = isFolder ?? { folder in (try? list(folder))?.isEmpty == false }
        self.realPath = realPath
        self.removeTemporaries = removeTemporaries
        self.removeTemporariesBelow = removeTemporariesBelow
    }
}

extension Files {
    /// All bytes of a file; nil where there is none. ``status`` alone takes what can't be reached for absent.
    package func readIfPresent(_ path: String, atMost limit: Int = .max) throws(FileError) -> [UInt8]? {
        do {
            return try read(path, atMost: limit)
        } catch {
            if error.isAbsence { return nil }
            throw error
        }
    }
}

/// A file found in a folder.
package struct ListedFile: Hashable, Sendable {
    /// From the folder that was listed.
    package var path: String
    package var status: FileStatus
    /// The path of the first symbolic link that led to it from the folder that was listed; the file itself may be one.
    package var link: String?

    package init(path: String, status: FileStatus, link: String? = nil) {
        self.path = path
        self.status = status
        self.link = link
    }
}

/// What tells whether a file has changed, without reading it.
package struct FileStatus: Hashable, Sendable {
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int
    package var inode: UInt64

    package init(size: Int, modified: Int, inode: UInt64) {
        self.size = size
        self.modified = modified
        self.inode = inode
    }
}

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// The system's word for it, such as `Permission denied`.
    package var reason: String
    /// What to do about it, where that is more than to look at the file and its rights.
    package var remedy: String?

    package init(path: String, reason: String, remedy: String? = nil) {
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// Whether there is no such file, by the system's word for `ENOENT` (errno(3)) in the language that programs begin with.
    package var isAbsence: Bool { reason == "No such file or directory" }

    package var description: String {
        "\(path): error: \(reason). \(remedy ?? "Check that it exists and that you may read and write it")"
    }
}
