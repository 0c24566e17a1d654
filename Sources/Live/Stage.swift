internal import Context

/// The folder beside an output, `.NAME.previous`, that has the site of the build before, and in which the next is staged.
///
/// While a build works in it, it has a mark and no manifest. The manifest is written before the mark goes: with both
/// of them the stage is whole.
struct Stage: Sendable {
    /// Of the folder that holds output and stage.
    let parent: FolderHandle
    let name: String
    /// Nil where there is no stage yet.
    let folder: FolderHandle?
    let manifest: Manifest
    let state: FolderState

    static let halfDone = ".sennight-half-done"

    static func name(of output: String) -> String { ".\(output).previous" }

    /// Why no site can be staged here, until somebody does something about it.
    private let refusal: FolderPublisher.Refusal?

    /// Looks through a stage, and removes one in which a build was killed.
    ///
    /// - Parameter site: the manifest of the output.
    init(of output: String, in parent: FolderHandle, sharing site: Manifest?) throws {
        self.parent = parent
        name = Self.name(of: output)
        var (folder, manifest): (FolderHandle?, Manifest?) = (nil, nil)
        var refusal: FolderPublisher.Refusal?
        switch parent.kind(of: name) {
        case .none: break
        // The name is the program's own: the link is removed, and what it leads to is left alone.
        case .link: parent.unlink(name)
        case .file, .other: refusal = .notOurs(parent.whole(name))
        case .folder:
            folder = try parent.folder(name)
            manifest = try folder.flatMap { folder throws(FileError) in try Manifest(of: folder) }
        }
        if let opened = folder {
            let isMarked = opened.kind(of: Self.halfDone) != .none
            switch manifest?.condition {
            case .whole: break
            case .withoutEnd where !isMarked: break
            case _ where isMarked:
                Self.remove(name, opened, from: parent)
                (folder, manifest) = (nil, nil)
            case nil: break
            case .withoutEnd, .damaged: refusal = .damagedStage(opened.path)
            }
            if isMarked { folder?.unlink(Self.halfDone) }
        }
        self.refusal = refusal
        self.folder = folder
        self.manifest = manifest ?? Manifest()
        state = try folder.map { try FolderState(of: $0, manifest: manifest, sharing: site) } ?? FolderState()
    }

    /// What somebody else put there would come into the site.
    func refuseForeign() throws {
        if let refusal { throw refusal }
        guard let folder, let first = state.foreign.min() else { return }
        throw FolderPublisher.Refusal.notOurs(manifest.entries.isEmpty ? folder.path : folder.whole(first))
    }

    /// Whether a file of the stage has the bytes that a file of the site has; then its own entry.
    func entry(like entry: Manifest.Entry, at path: String) -> Manifest.Entry? {
        guard let staged = manifest.entries[path], staged.fingerprint == entry.fingerprint else { return nil }
        // One file under two names needs no second look.
        let isSame = state.shared.contains(path) && staged.stamp == entry.stamp
        return isSame || state.intact.contains(path) ? staged : nil
    }

    /// Marks it as half-done, making it where there is none.
    func begin() throws -> FolderHandle {
        try parent.makeFolder(name)
        guard let folder = try parent.folder(name) else { throw parent.failure(name) }
        try folder.replace(Self.halfDone, [])
        folder.unlink(Manifest.name)
        return folder
    }

    /// - Parameter paths: of everything that was put into the stage or removed from it; nil for a first site, whose
    ///   folders the next build lists: who builds once only need not wait for their times.
    func end(_ folder: FolderHandle, with manifest: Manifest, touching paths: [String]?) throws {
        var manifest = manifest
        manifest.folders = self.manifest.folders
        if let paths {
            let isFirst = manifest.folders.isEmpty
            for touched in FolderState.folders(of: isFirst ? Array(manifest.entries.keys) : paths) {
                let found = folder.glance(at: String(touched))
                manifest.folders[String(touched)] = found?.kind == .folder ? found?.stamp.modified : nil
            }
        } else {
            manifest.folders = [:]
        }
        try folder.replaceAtomically(Manifest.name, manifest.bytes, temporary: Manifest.temporaryName)
        folder.unlink(Self.halfDone)
    }

    func remove() {
        // A stage that stays is found, and emptied, by the next build.
        guard let folder = try? parent.folder(name) else { return }
        // As above.
        _ = try? folder.replace(Self.halfDone, [])
        Self.remove(name, folder, from: parent)
    }

    /// The mark goes last: whoever is killed meanwhile leaves it to the next.
    private static func remove(_ name: String, _ folder: FolderHandle, from parent: FolderHandle) {
        folder.removeContents(except: halfDone)
        parent.removeTree(name)
    }
}
