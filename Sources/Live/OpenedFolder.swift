internal import Context

/// An output folder that has been locked, repaired and examined, and is ready for publishing.
struct OpenedFolder: Sendable {
    /// The folder that contains the output, and the output's name in it.
    private let parent: FolderHandle
    private let name: String
    private let publisher: FolderPublisher
    private let lock: FolderLock
    /// The output folder; nil if it doesn't exist yet.
    private let site: FolderHandle?
    /// The manifest of the last build; nil if there was none.
    private let manifest: Manifest?
    private let state: FolderState
    private let stage: Stage

    init(_ publisher: FolderPublisher) async throws {
        self.publisher = publisher
        let path = try Self.resolved(publisher.folder)
        let (parentPath, name) = LiveFiles.split(path)
        self.name = name
        // Two builds must not publish into the same folder at once.
        lock = try await FolderLock(on: parentPath)
        let parent = try FolderHandle(at: parentPath)
        self.parent = parent
        site = try Self.site(name, in: parent)
        let manifest = try site.flatMap { site throws(FileError) in try Manifest(of: site) }
        self.manifest = manifest
        async let stage = Stage(of: name, in: parent, sharing: manifest)
        state = try site.map { try FolderState(of: $0, manifest: manifest) } ?? FolderState()
        self.stage = try await stage
        if manifest == nil, !state.foreign.isEmpty, !publisher.adopts {
            throw FolderPublisher.Refusal.notEmpty(publisher.folder)
        }
    }

    /// The real path of a folder, with links resolved.
    private static func resolved(_ folder: String) throws -> String {
        if let path = LiveFiles.realPath(folder) { return path }
        let (parent, name) = LiveFiles.split(folder)
        // A folder that can't be opened is reported when it is written to.
        if let parent = try? FolderHandle(at: parent), parent.kind(of: name) == .link {
            throw FolderPublisher.Refusal.linkToNothing(folder)
        }
        return folder
    }

    /// Opens the output after completing or undoing what a killed build left in it.
    private static func site(_ name: String, in parent: FolderHandle) throws -> FolderHandle? {
        switch parent.kind(of: name) {
        case .none: return nil
        case .folder: break
        case .file, .link, .other: throw FolderPublisher.Refusal.notAFolder(parent.whole(name))
        }
        guard let site = try parent.folder(name) else { return nil }
        try Journal.finish(in: site)
        site.unlink(Manifest.temporaryName)
        if site.kind(of: Manifest.name) == .folder {
            throw FolderPublisher.Refusal.foreignFile(site.whole(Manifest.name))
        }
        return site
    }

    func publish(_ products: [Product]) async throws -> PublishReport {
        let old = manifest ?? Manifest()
        let same = try await same(products, old)
        let changed = products.filter { product in
            same[product.path] == nil && (publisher.verifies || !isUnchanged(product, old))
        }
        let new = manifest(of: products, same: same, old)
        let gone = old.entries.keys.filter { new.entries[$0] == nil }
        let report = PublishReport(
            written: changed.count, unchanged: products.count - changed.count, removed: gone.count,
            differences: publisher.verifies ? differences(changed, gone) : [])
        if let site, manifest != nil, changed.isEmpty, gone.isEmpty {
            if old.condition != .whole || !same.isEmpty {
                try site.replaceAtomically(Manifest.name, new.bytes, temporary: Manifest.temporaryName)
            }
            return report
        }

        var state = state
        state.recognize(Set(same.keys))
        if state.foreign.isEmpty {
            let exchange = ExchangePublishing(
                parent: parent, name: name, site: site, stage: stage, jobs: publisher.jobs,
                reuses: !publisher.verifies)
            if try await exchange.publish(changed, manifest: new) { return report }
        }
        guard let site else { throw parent.failure(name) }
        let foreign = ForeignFiles(
            folder: site, manifest: old, state: state, gone: Set(gone), adopts: publisher.adopts)
        try foreign.refuse(among: changed.map(\.path))
        let paths = changed.map(\.path)
        // An empty folder in place of a file.
        let folders = paths.filter { old.entries[$0] != nil && site.kind(of: $0) == .folder }
        try await InPlacePublishing(parent: parent, name: name, site: site, jobs: publisher.jobs)
            .publish(
                changed, removing: gone + state.links + folders,
                unlisted: paths.filter { old.entries[$0] == nil && !state.links.contains($0) },
                manifest: new)
        return report
    }

    /// The files whose contents are those that would be written, although the manifest doesn't show that they belong to
    /// the site.
    private func same(_ products: [Product], _ old: Manifest) async throws -> [String: FileStamp] {
        guard let site else { return [:] }
        let questionable = products.filter { product in
            guard let entry = old.entries[product.path] else { return state.unlisted.contains(product.path) }
            if state.doubtful.contains(product.path) {
                return publisher.verifies || entry.fingerprint == product.fingerprint
            }
            return publisher.verifies && state.intact.contains(product.path)
        }
        return try await Rendering.same(questionable, jobs: publisher.jobs, in: site)
    }

    private func isUnchanged(_ product: Product, _ old: Manifest) -> Bool {
        old.entries[product.path]?.fingerprint == product.fingerprint && state.intact.contains(product.path)
    }

    /// The next manifest; files that will be written keep their previous stamps until then.
    private func manifest(of products: [Product], same: [String: FileStamp], _ old: Manifest) -> Manifest {
        var new = Manifest()
        // Still correct if no file is written.
        new.folders = old.folders
        new.entries.reserveCapacity(products.count)
        for product in products {
            let stamp = same[product.path] ?? old.entries[product.path]?.stamp
            new.entries[product.path] = Manifest.Entry(fingerprint: product.fingerprint, stamp: stamp)
        }
        return new
    }

    private func differences(_ changed: [Product], _ gone: [String]) -> [PublishReport.Difference] {
        let differing = changed.map { product in
            PublishReport.Difference(
                path: product.path, kind: isThere(product.path) ? .otherContent : .missing)
        }
        return (differing + gone.map { PublishReport.Difference(path: $0, kind: .leftOver) })
            .sorted { $0.path.utf8.lexicographicallyPrecedes($1.path.utf8) }
    }

    private func isThere(_ path: String) -> Bool {
        guard let site else { return false }
        return site.kind(of: path) != .none
    }
}
