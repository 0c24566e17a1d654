internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Creates the folders of many files at once.
extension FolderHandle {
    /// Creates all parent folders of some files, with one call for each folder. Every parent is opened only once,
    /// because a site has more files than folders, and creating the folders file by file would take four calls for each
    /// file.
    ///
    /// A file or link in place of a folder is left alone, so that the code that writes the file replaces or reports it.
    func makeFolders(above paths: some Sequence<String>) throws(FileError) {
        let levels = Dictionary(grouping: FolderState.folders(of: paths)) { $0.utf8.count { $0 == UInt8(ascii: "/") } }
        for (_, folders) in levels.sorted(by: { $0.key < $1.key }) {
            for (parent, folders) in Dictionary(grouping: folders, by: Self.parent) {
                try makeFolders(folders, in: String(parent))
            }
        }
    }

    private func makeFolders(_ paths: [Substring], in parent: String) throws(FileError) {
        let folder: FolderHandle?
        do throws(FileError) { folder = try self.folder(parent) } catch { return }
        guard let folder else { return }
        for path in paths {
            let name = String(
                path[(path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex)...])
            guard Manifest.isInside(name) else { continue }
            if Self.call({ mkdirat(folder.descriptor, name, 0o755) }) != 0, errno != EEXIST {
                throw failure(String(path))
            }
        }
    }

    private static func parent(of path: Substring) -> Substring {
        path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path[..<$0] } ?? ""
    }
}
