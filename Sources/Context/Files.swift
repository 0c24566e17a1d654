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
    /// The path without links, `.` and `..`; nil where nothing is there.
    package var realPath: @Sendable (_ path: String) -> String?
    /// Writes a file beside the old one and renames it over; makes its folders. A link stays, and what it leads to is
    /// written; the file keeps its rights, and one that nobody may write is not written.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void

    /// Takes a file away; nothing happens where there is none.
    package var remove: @Sendable (_ path: String) throws(FileError) -> Void

    package init(
        read: @escaping @Sendable (_ path: String) throws(FileError) -> [UInt8],
        map: (@Sendable (_ path: String) throws(FileError) -> FileBytes)? = nil,
        list: @escaping @Sendable (_ folder: String) throws(FileError) -> [ListedFile],
        listAll: (@Sendable (_ folder: String) throws(FileError) -> [ListedFile])? = nil,
        status: @escaping @Sendable (_ path: String) -> FileStatus?,
        realPath: @escaping @Sendable (_ path: String) -> String? = { $0 },
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void,
        remove: @escaping @Sendable (_ path: String) throws(FileError) -> Void = { path throws(FileError) in
            throw FileError(path: path, reason: "these files are only read and written")
        }
    ) {
        (self.read, self.list, self.status, self.write, self.remove) = (read, list, status, write, remove)
        if let map {
            self.map = map
        } else {
            self.map = { path throws(FileError) in FileBytes(try read(path)) }
        }
        self.listAll = listAll ?? list
        self.realPath = realPath
    }
}

extension Files {
    /// All bytes of a file; nil where there is none. ``status`` alone takes what can't be reached for absent.
    package func readIfPresent(_ path: String) throws(FileError) -> [UInt8]? {
        do {
            return try read(path)
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

    package init(path: String, status: FileStatus) {
        (self.path, self.status) = (path, status)
    }
}

/// What tells whether a file has changed, without reading it.
package struct FileStatus: Hashable, Sendable {
    package var size: Int
    /// Nanoseconds since 1970.
    package var modified: Int
    package var inode: UInt64

    package init(size: Int, modified: Int, inode: UInt64) {
        (self.size, self.modified, self.inode) = (size, modified, inode)
    }
}

/// Why a file could not be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// The system's word for it, such as `Permission denied`.
    package var reason: String

    package init(path: String, reason: String) {
        (self.path, self.reason) = (path, reason)
    }

    /// Whether there is no such file, by the system's word for `ENOENT` (errno(3)) in the language that programs begin with.
    package var isAbsence: Bool { reason == "No such file or directory" }

    package var description: String {
        "\(path): error: \(reason). Check that it exists and that you may read and write it"
    }
}
