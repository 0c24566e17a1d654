internal import Context

/// Refuses to publish if that would overwrite files that no build wrote.
struct ForeignFiles {
    let folder: FolderHandle
    let manifest: Manifest
    let state: FolderState
    /// Files of the previous build that will be removed.
    let gone: Set<String>
    let adopts: Bool

    /// - Parameter paths: the files that will be written.
    func refuse(among paths: [String]) throws {
        let links = Set(state.links)
        var passed: Set<Substring> = []
        for path in paths {
            var above = path[...]
            var isBlocked = false
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                guard passed.insert(above).inserted else { break }
                switch folder.kind(of: String(above)) {
                case .none, .folder: continue
                case .file, .link, .other: isBlocked = !gone.contains(String(above)) && !links.contains(String(above))
                }
                if isBlocked { throw FolderPublisher.Refusal.foreignFile(folder.whole(String(above))) }
            }
            switch folder.kind(of: path) {
            case .none: continue
            case .folder:
                guard isLeftEmpty(path, without: gone.union(links)) else {
                    throw FolderPublisher.Refusal.foreignFile(folder.whole(path))
                }
            case .file, .link, .other:
                guard manifest.entries[path] == nil, !links.contains(path), !adopts else { continue }
                throw manifest.condition == .damaged
                    ? FolderPublisher.Refusal.unknownFile(folder.whole(path))
                    : FolderPublisher.Refusal.foreignFile(folder.whole(path))
            }
        }
    }

    /// Whether a folder will be empty after some files and links have been removed.
    private func isLeftEmpty(_ relative: String, without gone: Set<String>) -> Bool {
        // A folder that can't be listed may not be empty.
        guard let entries = try? folder.entries(in: relative) else { return false }
        if entries.isEmpty { return manifest.entries[relative] != nil }
        return entries.allSatisfy { entry in
            let child = "\(relative)/\(entry.name)"
            return entry.kind == .folder ? isLeftEmpty(child, without: gone) : gone.contains(child)
        }
    }
}
