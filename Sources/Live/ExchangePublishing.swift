internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Stages a whole site next to the old one and exchanges the two folders in one step.
struct ExchangePublishing {
    /// The folder that contains the output and the stage.
    let parent: FolderHandle
    /// The output's name.
    let name: String
    /// The output folder; nil if it doesn't exist yet.
    let site: FolderHandle?
    let stage: Stage
    let jobs: Int
    /// Whether the stage's files may be reused if their stamps match.
    let reuses: Bool

    /// Publishes the site; returns false if the file system can't exchange these folders, in which case nothing has
    /// been published.
    ///
    /// - Parameters:
    ///   - changed: the products to render; the files of the others are taken from the site.
    ///   - manifest: the manifest of the new site, without the stamps of the files that are rendered.
    func publish(_ changed: [Product], manifest: Manifest) async throws -> Bool {
        try stage.refuseForeign()
        let folder = try stage.begin()
        // Removal comes first, because a file may have become a folder.
        for path in stage.state.links { folder.unlink(path) }
        let gone = stage.manifest.entries.keys.filter { manifest.entries[$0] == nil }
        for path in gone { try folder.removeFile(path) }
        var manifest = manifest
        let changedPaths = Set(changed.map(\.path))
        var linked: [String] = []
        for (path, entry) in manifest.entries where !changedPaths.contains(path) {
            // It is the same file, or another one with the same bytes.
            if reuses, let staged = stage.entry(like: entry, at: path) {
                manifest.entries[path] = staged
            } else {
                linked.append(path)
            }
        }
        if stage.folder == nil { try folder.makeFolders(above: changed.lazy.map(\.path)) }
        let written = try await Rendering.write(changed, jobs: jobs, into: folder) { $0.path }
        for (product, stamp) in zip(changed, written) { manifest.entries[product.path]?.stamp = stamp }
        let folders = Dictionary(grouping: linked) { LiveFiles.split($0).parent }
        for copied in await Window.map(
            Array(folders), jobs: jobs,
            { group in
                Result { try link(group.value, in: group.key, into: folder) }
            })
        {
            for (path, stamp) in try copied.get() { manifest.entries[path]?.stamp = stamp }
        }
        let touched = gone + stage.state.links + linked + changed.map(\.path)
        try stage.end(folder, with: manifest, touching: site == nil ? nil : touched)
        return try exchange()
    }

    /// Links files of one of the site's folders into the stage.
    ///
    /// - Returns: the stamps of the files that had to be copied, because not every file system has hard links.
    private func link(_ paths: [String], in parent: String, into folder: FolderHandle) throws -> [(String, FileStamp)] {
        guard let site else { return [] }
        let parent = parent == "." ? "" : parent
        let names = paths.map { LiveFiles.split($0).name }
        return try site.link(names, in: parent, to: folder).map { name in
            let path = parent.isEmpty ? name : "\(parent)/\(name)"
            guard let file = try site.read(path) else { throw site.failure(path) }
            return (path, try folder.replace(path, file.bytes))
        }
    }

    private func exchange() throws -> Bool {
        guard site != nil else {
            try parent.rename(stage.name, to: name)
            return true
        }
        #if canImport(Darwin)
            let result = renameatx_np(parent.descriptor, stage.name, parent.descriptor, name, UInt32(RENAME_SWAP))
        #else
            let exchangeFlag: UInt32 = 2  // RENAME_EXCHANGE of <linux/fs.h>
            let result = renameat2(parent.descriptor, stage.name, parent.descriptor, name, exchangeFlag)
        #endif
        if result == 0 { return true }
        if [EINVAL, ENOSYS, EXDEV, EBUSY, ENOTSUP].contains(errno) {
            stage.remove()
            return false
        }
        throw parent.failure(name)
    }
}
