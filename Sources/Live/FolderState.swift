internal import Context

/// What is in an output folder, compared with the manifest of it.
struct FolderState: Sendable {
    /// Paths of the manifest's files that are as they were published.
    private(set) var intact: Set<String> = []
    /// Files that have the right size and another time, or of which the manifest knows neither.
    private(set) var doubtful: Set<String> = []
    /// Links where the manifest has a folder: whoever put them there, what they lead to is not ours.
    private(set) var links: [String] = []
    /// Paths of what no build put there, of a folder only the topmost one that is certain.
    private(set) var foreign: [String] = []
    /// Those of them that are files; noted only if the manifest may be incomplete.
    private(set) var unlisted: Set<String> = []

    init() {}

    init(of folder: FolderHandle, manifest: Manifest?) throws {
        let known = manifest?.entries ?? [:]
        let isWhole = manifest?.condition ?? .whole == .whole
        intact.reserveCapacity(known.count)
        var folders = [""]
        // Needed only where there is something that should not be.
        var knownFolders: Set<Substring>?
        while let relative = folders.popLast() {
            var isEmpty = true
            _ = try folder.forEachEntry(in: relative) { entry in
                isEmpty = false
                let child = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
                if entry.kind == .folder {
                    // A repository is another's, and large.
                    if entry.name == ".git" { foreign.append(child) } else { folders.append(child) }
                } else if let expected = known[child] {
                    // Anything but a file has to be replaced.
                    guard entry.kind == .file, let stamp = entry.stamp else { return }
                    if stamp == expected.stamp {
                        intact.insert(child)
                    } else if expected.stamp.map({ $0.size == stamp.size }) ?? true {
                        doubtful.insert(child)
                    }
                } else if child != Manifest.name {
                    if entry.kind == .link {
                        let folders = knownFolders ?? Self.folders(of: known.keys)
                        knownFolders = folders
                        if folders.contains(child[...]) {
                            links.append(child)
                            return
                        }
                    }
                    foreign.append(child)
                    if !isWhole, entry.kind == .file { unlisted.insert(child) }
                }
            }
            // The site has no empty folders.
            if isEmpty, !relative.isEmpty { foreign.append(relative) }
        }
    }

    /// Takes files for the site's own that no list names.
    mutating func recognize(_ paths: Set<String>) {
        foreign.removeAll(where: paths.contains)
        unlisted.subtract(paths)
    }

    private static func folders(of paths: some Sequence<String>) -> Set<Substring> {
        var folders: Set<Substring> = []
        for path in paths {
            var above = path[...]
            while let slash = above.lastIndex(of: "/") {
                above = above[..<slash]
                guard folders.insert(above).inserted else { break }
            }
        }
        return folders
    }
}
