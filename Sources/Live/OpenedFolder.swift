internal import Context

/// An output folder that is locked, put right and looked through, ready for products.
struct OpenedFolder: Sendable {
    private let folder: String
    private let jobs: Int
    private let lock: FolderLock
    /// Of the last build; nil where there was none.
    private let manifest: Manifest?
    private let state: FolderState

    init(_ publisher: FolderPublisher) async throws {
        folder = Self.resolved(publisher.folder)
        jobs = publisher.jobs
        // Two builds must not publish into one folder at the same time.
        lock = try await FolderLock(on: ExchangePublishing.split(folder).parent)
        try Journal.finish(in: folder)
        manifest = Manifest(of: folder)
        state = try FolderState(of: folder, manifest: manifest, adopts: publisher.adopts)
        if manifest == nil, state.hasForeignFiles, !publisher.adopts {
            throw FolderPublisher.Refusal.notEmpty(publisher.folder)
        }
    }

    func publish(_ products: [Product]) async throws -> PublishReport {
        let old = manifest ?? Manifest()
        let new = Manifest(products)
        let changed = products.filter { old.fingerprints[$0.path] != $0.fingerprint || !state.files.contains($0.path) }
        let gone = old.fingerprints.keys.filter { new.fingerprints[$0] == nil }
        let report = PublishReport(
            written: changed.count, unchanged: products.count - changed.count, removed: gone.count)
        if changed.isEmpty, gone.isEmpty, manifest != nil { return report }

        if !state.hasForeignFiles {
            let exchange = ExchangePublishing(folder: folder, jobs: jobs, exists: state.exists)
            if try await exchange.publish(products, changed: changed, manifest: new) { return report }
        }
        try state.refuseForeign(among: changed.map(\.path), gone: Set(gone), manifest: old)
        try await InPlacePublishing(folder: folder, jobs: jobs)
            .publish(changed, removing: gone, old: old, manifest: new)
        return report
    }

    /// A folder behind a link is published where it is.
    private static func resolved(_ folder: String) -> String {
        LiveFiles.realPath(folder) ?? folder
    }
}
