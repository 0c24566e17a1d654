package import Text

/// Access to files and folders.
package struct Files: Sendable {
    /// All bytes of a file; throws ``FileError``.
    package var read: @Sendable (_ path: String) throws(FileError) -> [UInt8]
    /// All bytes of a file, mapped into memory, for a file of which only a part may be needed. Later changes of the
    /// file don't affect these bytes.
    package var map: @Sendable (_ path: String) throws(FileError) -> FileBytes
    /// Passes a file's bytes piece by piece to a closure, for files of any size. Throws ``FileError``, and what the closure
    /// throws.
    package var readPieces: @Sendable (_ path: String, _ body: (_ piece: [UInt8]) throws -> Void) throws -> Void
    /// Like ``readPieces``, for the bytes after the first ones: for a file that grows.
    package var readPiecesAfter:
        @Sendable (_ path: String, _ offset: Int, _ body: (_ piece: [UInt8]) throws -> Void) throws -> Void
    /// All files below a folder, as paths relative to it, in byte order of the paths; empty if the folder doesn't exist.
    package var list: @Sendable (_ folder: String) throws(FileError) -> [ListedFile]
    /// The files that ``list`` returns, and those whose names begin with a dot, except for version control files.
    package var listAll: @Sendable (_ folder: String) throws(FileError) -> [ListedFile]
    /// A file's status, or nil if there is no such file.
    package var status: @Sendable (_ path: String) -> FileStatus?
    /// Whether there is a folder at the path; links are followed.
    package var isFolder: @Sendable (_ path: String) -> Bool
    /// The path without links, `.` and `..`, or nil if nothing exists there.
    package var realPath: @Sendable (_ path: String) -> String?
    /// Writes a temporary file and renames it over the old one, creating folders as needed. If the path is a link, its
    /// target is written; the file keeps its permissions, and a read-only file isn't written.
    package var write: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void

    /// Like ``write``, for a secret: only the owner may read the file.
    package var writeSecret: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void

    /// Like ``writeSecret``, for a file that must still be there after a power failure: returns once the device has it.
    /// There is no file at the path if it throws.
    package var writeDurably: @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void

    /// Gives a file another path on the same file system, in a folder that exists.
    package var move: @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void
    /// Removes a file; does nothing if there is none.
    package var remove: @Sendable (_ path: String) throws(FileError) -> Void
    /// Removes temporary files that `write` left in a folder when a process was killed; doesn't enter its subfolders.
    package var removeTemporaries: @Sendable (_ folder: String) -> Void
    /// Removes such temporary files from a folder and all folders below it; links aren't followed. The caller must hold
    /// the lock under which these folders are written.
    package var removeTemporariesBelow: @Sendable (_ folder: String) -> Void

    package init(
        read: @escaping @Sendable (_ path: String) throws(FileError) -> [UInt8],
        map: (@Sendable (_ path: String) throws(FileError) -> FileBytes)? = nil,
        readPieces: (
            @Sendable (_ path: String, _ body: (_ piece: [UInt8]) throws -> Void) throws -> Void
        )? = nil,
        readPiecesAfter: (
            @Sendable (_ path: String, _ offset: Int, _ body: (_ piece: [UInt8]) throws -> Void) throws -> Void
        )? = nil,
        list: @escaping @Sendable (_ folder: String) throws(FileError) -> [ListedFile],
        listAll: (@Sendable (_ folder: String) throws(FileError) -> [ListedFile])? = nil,
        status: @escaping @Sendable (_ path: String) -> FileStatus?,
        isFolder: (@Sendable (_ path: String) -> Bool)? = nil,
        realPath: @escaping @Sendable (_ path: String) -> String? = { $0 },
        write: @escaping @Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void,
        writeSecret: (@Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void)? = nil,
        writeDurably: (@Sendable (_ path: String, _ bytes: [UInt8]) throws(FileError) -> Void)? = nil,
        move: @escaping @Sendable (_ path: String, _ newPath: String) throws(FileError) -> Void = {
            path, _ throws(FileError) in
            throw FileError(path: path, reason: "only reading and writing files is supported here")
        },
        remove: @escaping @Sendable (_ path: String) throws(FileError) -> Void = { path throws(FileError) in
            throw FileError(path: path, reason: "only reading and writing files is supported here")
        },
        removeTemporaries: @escaping @Sendable (_ folder: String) -> Void = { _ in },
        removeTemporariesBelow: @escaping @Sendable (_ folder: String) -> Void = { _ in }
    ) {
        self.read = read
        self.list = list
        self.status = status
        self.write = write
        self.writeSecret = writeSecret ?? write
        self.writeDurably = writeDurably ?? writeSecret ?? write
        self.move = move
        self.remove = remove
        if let map {
            self.map = map
        } else {
            self.map = { path throws(FileError) in FileBytes(try read(path)) }
        }
        let readPieces = readPieces ?? { path, body in try body(try read(path)) }
        self.readPieces = readPieces
        self.readPiecesAfter =
            readPiecesAfter ?? { path, offset, body in
                var skipped = 0
                try readPieces(path) { piece in
                    let start = min(piece.count, offset - skipped)
                    skipped += start
                    if start < piece.count { try body(Array(piece[start...])) }
                }
            }
        self.listAll = listAll ?? list
        // If folders exist only through their files, one that can't be listed doesn't exist.
        self.isFolder = isFolder ?? { folder in (try? list(folder))?.isEmpty == false }
        self.realPath = realPath
        self.removeTemporaries = removeTemporaries
        self.removeTemporariesBelow = removeTemporariesBelow
    }
}

extension Files {
    /// All bytes of a file, or nil if there is none. ``status`` alone can't distinguish an inaccessible file from a
    /// missing one.
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
    /// The path relative to the listed folder.
    package var path: String
    package var status: FileStatus
    /// The path of the first symbolic link on the way to it from the listed folder; the file itself may be one.
    package var link: String?

    package init(path: String, status: FileStatus, link: String? = nil) {
        self.path = path
        self.status = status
        self.link = link
    }
}

/// The properties that show whether a file has changed without reading it.
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

/// Why a file couldn't be read or written.
package struct FileError: Error, Hashable, Sendable, CustomStringConvertible {
    package var path: String
    /// The system's message, such as `Permission denied`.
    package var reason: String
    /// The remedy; nil for the general one, to check that the file exists and its permissions.
    package var remedy: String?

    package init(path: String, reason: String, remedy: String? = nil) {
        self.path = path
        self.reason = reason
        self.remedy = remedy
    }

    /// Whether the file doesn't exist, according to the system's message for `ENOENT` (errno(3)) in the default locale.
    package var isAbsence: Bool { reason == "No such file or directory" }

    package var description: String {
        "\(path): error: \(reason)."
            + " \(remedy ?? "Check that the path exists and that you have permission to read and write it")"
    }
}
