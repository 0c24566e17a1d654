internal import CSystemCalls
internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Stages a whole site beside the old one and exchanges the two folders in one step.
struct ExchangePublishing {
    let folder: String
    let jobs: Int
    /// Whether there is an old site.
    let exists: Bool

    /// The site of the build before, and the place the next one is staged at.
    private var stage: String { Self.stage(of: folder) }

    static func stage(of folder: String) -> String {
        let (parent, name) = split(folder)
        return "\(parent)/.\(name).previous"
    }

    static func split(_ folder: String) -> (parent: String, name: String) {
        guard let slash = folder.lastIndex(of: "/") else { return (".", folder) }
        let parent = slash == folder.startIndex ? "/" : String(folder[..<slash])
        return (parent, String(folder[folder.index(after: slash)...]))
    }

    /// False where the file system cannot exchange these folders; then nothing has been published.
    func publish(_ products: [Product], changed: [Product], manifest: Manifest) async throws -> Bool {
        let changedPaths = Set(changed.map(\.path))
        let staged = try startingPoint()
        // First, for a file may have become a folder.
        for path in staged.fingerprints.keys where manifest.fingerprints[path] == nil {
            FolderEntries.removeFile(path, in: stage)
        }
        var linked: [String] = []
        for product in products where !changedPaths.contains(product.path) {
            if staged.fingerprints[product.path] != product.fingerprint { linked.append(product.path) }
        }
        try await Rendering.write(changed, jobs: jobs) { "\(stage)/\($0.path)" }
        try await Window.forEach(linked, jobs: jobs) { try link($0) }
        try LiveFiles.create("\(stage)/\(Manifest.name)", manifest.bytes)
        unlink(mark)
        return try exchange()
    }

    /// The manifest of what lies in the stage already; a half-done stage is emptied first.
    ///
    /// A mark is put in and the manifest taken out before anything else is changed there, and at the end the manifest
    /// put in before the mark goes: with both of them the stage is whole.
    private func startingPoint() throws -> Manifest {
        let entries = try FolderEntries.read(stage) ?? []
        guard let staged = Manifest(of: stage) else {
            guard entries.isEmpty || entries.contains(where: { $0.name == Self.halfDone }) else {
                throw FolderPublisher.Refusal.notOurs(stage)
            }
            try LiveFiles.makeFolder(stage)
            try LiveFiles.create(mark, [])
            emptyStage()
            return Manifest()
        }
        // What somebody else put there would come into the site.
        let names = Set(staged.fingerprints.keys.map { $0.prefix { $0 != "/" } })
        for entry in entries where entry.name != Manifest.name && entry.name != Self.halfDone {
            guard names.contains(entry.name[...]) else {
                throw FolderPublisher.Refusal.notOurs("\(stage)/\(entry.name)")
            }
        }
        try LiveFiles.create(mark, [])
        unlink("\(stage)/\(Manifest.name)")
        return staged
    }

    /// Tells a stage that a build was killed in from a folder of somebody else's.
    static let halfDone = ".sennight-half-done"

    private var mark: String { "\(stage)/\(Self.halfDone)" }

    /// Removes all but the mark, which a build that is killed meanwhile must leave for the next.
    private func emptyStage() {
        // What can't be removed is found by whoever builds here next.
        for entry in (try? FolderEntries.read(stage)) ?? [] where entry.name != Self.halfDone {
            let path = "\(stage)/\(entry.name)"
            if entry.isFolder { FolderEntries.remove(path) } else { unlink(path) }
        }
    }

    private func link(_ path: String) throws {
        let (source, target) = ("\(folder)/\(path)", "\(stage)/\(path)")
        #if canImport(Darwin)
            let link = { Darwin.link(source, target) }
        #elseif canImport(Glibc)
            let link = { Glibc.link(source, target) }
        #else
            let link = { Musl.link(source, target) }
        #endif
        if link() == 0 { return }
        if errno == EEXIST { unlink(target) }
        if errno == ENOENT { try LiveFiles.makeFolder(above: target) }
        if link() == 0 { return }
        // Not every file system has hard links.
        try LiveFiles.create(target, try LiveFiles.read(source))
    }

    private func exchange() throws -> Bool {
        guard exists else {
            guard rename(stage, folder) == 0 else { throw LiveFiles.failure(folder) }
            return true
        }
        #if canImport(Darwin)
            let result = renamex_np(stage, folder, UInt32(RENAME_SWAP))
        #else
            let exchangeFlag: UInt32 = 2  // RENAME_EXCHANGE of <linux/fs.h>
            let result = renameat2(AT_FDCWD, stage, AT_FDCWD, folder, exchangeFlag)
        #endif
        if result == 0 { return true }
        if [EINVAL, ENOSYS, EXDEV, EBUSY, ENOTSUP].contains(errno) {
            try LiveFiles.create(mark, [])
            emptyStage()
            FolderEntries.remove(stage)
            return false
        }
        throw LiveFiles.failure(folder)
    }
}
