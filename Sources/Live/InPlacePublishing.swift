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
        try LiveFiles.makeFolder(stage)
        let numbers = Dictionary(uniqueKeysWithValues: changed.enumerated().map { ($1.path, $0) })
        try await Rendering.write(changed, jobs: jobs) { "\(stage)/\(numbers[$0.path] ?? 0)" }
        try LiveFiles.create("\(stage)/manifest", manifest.bytes)
        for product in changed where old.fingerprints[product.path] == nil { try keep(product.path) }
        var journal = Journal()
        for (number, product) in changed.enumerated() { journal.steps.append(.put(number, product.path)) }
        for path in gone.sorted() { journal.steps.append(.remove(path)) }
        try journal.write(in: folder)
        try Journal.finish(in: folder)
    }

    /// Keeps a file that no build wrote, before the site's own takes its place.
    private func keep(_ path: String) throws {
        let original = "\(folder)/\(path)"
        guard LiveFiles.status(original) != nil else { return }
        let (parent, name) = ExchangePublishing.split(folder)
        try LiveFiles.write("\(parent)/.\(name).replaced/\(path)", try LiveFiles.read(original))
    }
}
