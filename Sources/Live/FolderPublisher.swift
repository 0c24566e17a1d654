package import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Publishes products into a folder so that it holds either the old site or the new one, whenever it is looked at.
///
/// Where the folder holds only what the last build put there, the new site is staged beside it and both are exchanged
/// in one step; the folder of the build before stays as `.NAME.previous`, which makes the next build quick and is a
/// way back. Where it holds anything else (`.git`, `CNAME`), files are staged inside, a durable journal is
/// written, and they are renamed one by one; a command that finds a journal finishes it first.
package struct FolderPublisher: Sendable {
    let folder: String
    let jobs: Int
    /// Take over a folder that no build made.
    let adopts: Bool

    package init(folder: String, jobs: Int, adopts: Bool) {
        self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
        (self.jobs, self.adopts) = (jobs, adopts)
    }

    package var publisher: Publisher {
        Publisher { products in try await publish(products) }
    }

    /// Why a folder cannot be published into.
    package enum Refusal: Error, CustomStringConvertible {
        case notEmpty(String)
        case foreignFile(String)
        case notAFolder(String)

        package var description: String {
            switch self {
            case .notEmpty(let folder):
                "\(folder): error: the folder is not empty and no build made it. "
                    + "Name another, or let this one be taken over with --adopt"
            case .foreignFile(let path):
                "\(path): error: a file of somebody else's stands where the site wants to write. Move it away"
            case .notAFolder(let path):
                "\(path): error: this is no folder. Name another output"
            }
        }
    }

    private func publish(_ products: [Product]) async throws -> PublishReport {
        let folder = Self.resolved(folder)
        let lock = try FolderLock(beside: folder)
        defer { lock.release() }
        try Journal.finish(in: folder)
        let manifest = Manifest(of: folder)
        let state = try FolderState(of: folder, manifest: manifest, adopts: adopts)
        if manifest == nil, state.hasForeignFiles, !adopts { throw Refusal.notEmpty(folder) }

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
        try state.refuseForeign(among: changed.map(\.path), manifest: old)
        try await InPlacePublishing(folder: folder, jobs: jobs).publish(changed, removing: gone, old: old, manifest: new)
        return report
    }

    /// A folder behind a link is published where it is.
    private static func resolved(_ folder: String) -> String {
        guard let real = realpath(folder, nil) else { return folder }
        defer { free(real) }
        return String(cString: real)
    }
}

/// Keeps two builds from publishing into one folder at the same time.
private struct FolderLock {
    private let descriptor: Int32

    init(beside folder: String) throws {
        let parent = ExchangePublishing.split(folder).parent
        try LiveFiles.makeFolder(parent)
        descriptor = open(parent, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw LiveFiles.failure(parent) }
        // Some network file systems know no locks; then nobody is kept waiting.
        flock(descriptor, LOCK_EX)
    }

    func release() { close(descriptor) }
}
