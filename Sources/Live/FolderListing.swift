internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Lists all files below a folder. Links are followed, but never in a cycle.
struct FolderListing {
    /// Whether files whose names begin with a dot are included; they usually belong to other programs.
    private let withHidden: Bool
    private(set) var files: [ListedFile] = []
    /// The folders being listed, outermost first.
    private var ancestors: [Identity] = []
    private var linkedFolders = 0

    private struct Identity: Equatable {
        var device: dev_t
        var inode: ino_t

        init(_ status: stat) {
            device = status.st_dev
            inode = status.st_ino
        }
    }

    /// The maximum number of folders reached through links, because links between a few folders can create a huge
    /// number of paths.
    private static let mostLinkedFolders = 10_000
    private static let deepest = 32

    init(withHidden: Bool) {
        self.withHidden = withHidden
    }

    /// - Parameters:
    ///   - prefix: the prefix of the listed paths.
    ///   - link: the first link on the way to this folder.
    mutating func add(_ folder: String, prefix: String = "", link: String? = nil) throws(FileError) {
        guard let directory = opendir(folder) else {
            if errno == ENOENT, ancestors.isEmpty { return }
            throw LiveFiles.failure(folder)
        }
        defer { closedir(directory) }
        let descriptor = dirfd(directory)
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw LiveFiles.failure(folder) }
        let identity = Identity(status)
        if link != nil, ancestors.contains(identity) {
            throw FileError(
                path: folder, reason: "the link leads back to a folder that contains the link itself",
                remedy: "Remove the link")
        }
        ancestors.append(identity)
        defer { ancestors.removeLast() }
        while let entry = readdir(directory) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(validatingCString: $0) }
            }
            guard let name else {
                throw FileError(path: folder, reason: "the folder has a file whose name isn't UTF-8")
            }
            if name.hasPrefix("."), !withHidden || [".", "..", ".git", ".DS_Store"].contains(name) { continue }
            guard fstatat(descriptor, name, &status, 0) == 0 else {
                // A broken link counts as a missing file.
                if errno == ENOENT { continue }
                throw LiveFiles.failure("\(folder)/\(name)")
            }
            let isLink = Self.isLink(entry.pointee.d_type, name, in: descriptor)
            if isLink, status.st_mode & S_IFMT == S_IFDIR { linkedFolders += 1 }
            try add(name, status, of: folder, prefix: prefix, link: link ?? (isLink ? prefix + name : nil))
        }
    }

    private mutating func add(
        _ name: String, _ status: stat, of folder: String, prefix: String, link: String?
    ) throws(FileError) {
        let path = "\(folder)/\(name)"
        switch status.st_mode & S_IFMT {
        case S_IFREG:
            files.append(ListedFile(path: prefix + name, status: FileStatus(status), link: link))
        case S_IFDIR:
            guard ancestors.count <= Self.deepest, linkedFolders <= Self.mostLinkedFolders else {
                throw FileError(
                    path: path, reason: "folders are nested too deeply", remedy: "Remove links between them")
            }
            try add(path, prefix: prefix + name + "/", link: link)
        default:
            throw FileError(
                path: path, reason: LiveFiles.notAFile, remedy: "Remove the file, or move it out of the publication")
        }
    }

    private static func isLink(_ type: UInt8, _ name: String, in folder: Int32) -> Bool {
        guard Int(type) == Int(DT_UNKNOWN) else { return Int(type) == Int(DT_LNK) }
        var status = stat()
        return fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    }
}
