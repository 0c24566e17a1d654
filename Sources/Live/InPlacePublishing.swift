internal import Context

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Publishes into a folder that holds others' files: stages inside it, writes a journal, then renames one by one.
struct InPlacePublishing {
    let folder: String
    let jobs: Int

    func publish(_ changed: [Product], removing gone: [String], old: Manifest, manifest: Manifest) async throws {
        let stage = "\(folder)/\(Journal.stageName)"
        FolderEntries.remove(stage)
        do {
            try LiveFiles.makeFolder(stage)
            let numbers = Dictionary(uniqueKeysWithValues: changed.enumerated().map { ($1.path, $0) })
            try await Rendering.write(changed, jobs: jobs) { "\(stage)/\(numbers[$0.path] ?? 0)" }
            try LiveFiles.create("\(stage)/manifest", manifest.bytes)
            for product in changed where old.fingerprints[product.path] == nil { try keep(product.path) }
            try journal(of: changed.map(\.path), removing: gone).write(in: folder)
        } catch {
            FolderEntries.remove(stage)
            throw error
        }
        try Journal.finish(in: folder)
    }

    /// New files first and then what goes, so that no page leads nowhere in between; but a file that has to make room
    /// for a folder, or a folder for a file, goes before.
    private func journal(of changed: [String], removing gone: [String]) -> Journal {
        let files = Set(changed)
        let folders = Set(changed.flatMap(Self.foldersAbove))
        let makesRoom = { (path: String) in
            folders.contains(path) || Self.foldersAbove(path).contains(where: files.contains)
        }
        let gone = gone.sorted()
        return Journal(
            steps: gone.filter(makesRoom).map { .remove($0) } + changed.enumerated().map { .put($0, $1) }
                + gone.filter { !makesRoom($0) }.map { .remove($0) })
    }

    private static func foldersAbove(_ path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    /// Keeps a file that no build wrote, before the site's own takes its place.
    private func keep(_ path: String) throws {
        let original = "\(folder)/\(path)"
        guard FolderEntries.kind(of: original) == .other else { return }
        let (parent, name) = ExchangePublishing.split(folder)
        try LiveFiles.write("\(parent)/.\(name).replaced/\(path)", try LiveFiles.read(original))
    }
}
