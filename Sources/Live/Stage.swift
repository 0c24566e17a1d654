internal import Context

/// The folder `.NAME.previous` next to an output, which contains the previous site and in which the next one is staged.
///
/// While a build writes to the stage, there is a marker file and no manifest. The manifest is written before the marker
/// is removed, so a stage with both of them is complete.
struct Stage: Sendable {
    /// The folder that contains the output and the stage.
    let parent: FolderHandle
    let name: String
    /// The stage's folder; nil if it doesn't exist yet.
    let folder: FolderHandle?
    let manifest: Manifest
    let state: FolderState

    static let halfDone = ".sennight-half-done"

    static func name(of output: String) -> String { ".\(output).previous" }

    /// The reason why no site can be staged here until a person changes something.
    private let refusal: FolderPublisher.Refusal?

    /// Examines a stage, and removes it if a build was killed while writing to it.
    ///
    /// - Parameter site: the manifest of the output.
    init(of output: String, in parent: FolderHandle, sharing site: Manifest?) throws {
        self.parent = parent
        name = Self.name(of: output)
        var (folder, manifest): (FolderHandle?, Manifest?) = (nil, nil)
        var refusal: FolderPublisher.Refusal?
        switch parent.kind(of: name) {
        case .none: break
        // The name belongs to the program: the link is removed, but not what it leads to.
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

    /// Refuses files that no build wrote, because they would become part of the site.
    func refuseForeign() throws {
        if let refusal { throw refusal }
        guard let folder, let first = state.foreign.min() else { return }
        throw FolderPublisher.Refusal.notOurs(manifest.entries.isEmpty ? folder.path : folder.whole(first))
    }

    /// The stage's own entry for a file that has the same bytes as a file of the site.
    func entry(like entry: Manifest.Entry, at path: String) -> Manifest.Entry? {
        guard let staged = manifest.entries[path], staged.fingerprint == entry.fingerprint else { return nil }
        // Two hard links to the same file needn't be compared.
        let isSame = state.shared.contains(path) && staged.stamp == entry.stamp
        return isSame || state.intact.contains(path) ? staged : nil
    }

    /// Marks the stage as incomplete, creating it if necessary.
    func begin() throws -> FolderHandle {
        try parent.makeFolder(name)
        guard let folder = try parent.folder(name) else { throw parent.failure(name) }
        try folder.replace(Self.halfDone, [])
        folder.unlink(Manifest.name)
        return folder
    }

    /// - Parameter paths: everything that was added to the stage or removed from it; nil for a first site, whose
    ///   folders the next build lists, so that a single build needn't wait for their times.
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
        // If the stage can't be removed, the next build finds and empties it.
        guard let folder = try? parent.folder(name) else { return }
        // If the marker can't be written, the stage is removed all the same.
        _ = try? folder.replace(Self.halfDone, [])
        Self.remove(name, folder, from: parent)
    }

    /// Removes the stage, the marker last: if the process is killed before that, the next build removes the rest.
    private static func remove(_ name: String, _ folder: FolderHandle, from parent: FolderHandle) {
        folder.removeContents(except: halfDone)
        parent.removeTree(name)
    }
}
