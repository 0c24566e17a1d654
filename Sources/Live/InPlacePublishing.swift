internal import Context

/// Publishes into a folder that also contains other files: stages inside it, writes a journal, then renames one by one.
struct InPlacePublishing {
    /// The folder that contains the output.
    let parent: FolderHandle
    let name: String
    let site: FolderHandle
    let jobs: Int

    /// - Parameters:
    ///   - removing: files of the previous build, and links in place of its folders.
    ///   - unlisted: the paths of changed products at which there may be a file that no build wrote.
    ///   - manifest: the manifest of the new site, without the stamps of the files that are rendered.
    func publish(_ changed: [Product], removing gone: [String], unlisted: [String], manifest: Manifest) async throws {
        site.removeTree(Journal.stageName)
        do {
            try site.makeFolder(Journal.stageName)
            guard let stage = try site.folder(Journal.stageName) else { throw site.failure(Journal.stageName) }
            let numbers = Dictionary(uniqueKeysWithValues: changed.enumerated().map { ($1.path, $0) })
            let written = try await Rendering.write(changed, jobs: jobs, into: stage) { "\(numbers[$0.path] ?? 0)" }
            var manifest = manifest
            // Renaming changes the times of the folders.
            manifest.folders = [:]
            for (product, stamp) in zip(changed, written) { manifest.entries[product.path]?.stamp = stamp }
            try stage.replace(Journal.manifestName, manifest.bytes)
            try keep(unlisted)
            try journal(of: changed.map(\.path), removing: gone).write(in: site)
        } catch {
            site.removeTree(Journal.stageName)
            throw error
        }
        try Journal.finish(in: site)
    }

    /// The steps: new files first, then removals, so that no link is broken in between; but a file in place of a new
    /// folder, or a folder in place of a new file, is removed before.
    private func journal(of changed: [String], removing gone: [String]) -> Journal {
        let files = Set(changed)
        let folders = Set(changed.flatMap(Self.foldersAbove))
        let makesRoom = { (path: String) in
            files.contains(path) || folders.contains(path) || Self.foldersAbove(path).contains(where: files.contains)
        }
        let gone = gone.sorted()
        return Journal(
            steps: gone.filter(makesRoom).map { .remove($0) } + changed.enumerated().map { .put($0, $1) }
                + gone.filter { !makesRoom($0) }.map { .remove($0) })
    }

    private static func foldersAbove(_ path: String) -> [String] {
        path.indices.filter { path[$0] == "/" }.map { String(path[..<$0]) }
    }

    /// Keeps copies of files that no build wrote before the site's own replace them; of a symbolic link, the link
    /// itself is copied, not its target.
    private func keep(_ paths: [String]) throws {
        let paths = paths.filter { [.file, .link, .other].contains(site.kind(of: $0)) }
        guard !paths.isEmpty else { return }
        let kept = ".\(name).replaced"
        try parent.makeFolder(kept, replacingLinks: true)
        guard let folder = try parent.folder(kept) else { throw parent.failure(kept) }
        for path in paths {
            let (parent, name) = LiveFiles.split(path)
            if try site.link([name], in: parent == "." ? "" : parent, to: folder).isEmpty { continue }
            guard let file = try site.read(path) else { throw FolderPublisher.Refusal.foreignFile(site.whole(path)) }
            try folder.replaceAtomically(path, file.bytes, temporary: Self.temporaryName)
        }
        folder.unlink(Self.temporaryName)
    }

    private static let temporaryName = ".sennight-kept.tmp"
}
