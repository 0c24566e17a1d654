internal import Context

/// The state of an output folder compared with its manifest.
struct FolderState: Sendable {
    /// Paths of the manifest's files that are unchanged since they were published.
    private(set) var intact: Set<String> = []
    /// Files whose size is that in the manifest but whose time isn't, and files for which the manifest has neither.
    private(set) var doubtful: Set<String> = []
    /// Files that are hard links to another folder's files, and unchanged if those are.
    private(set) var shared: Set<String> = []
    /// Links in place of folders of the manifest; their targets don't belong to the site.
    private(set) var links: [String] = []
    /// Paths that no build wrote; for a folder of such files, only the path of the folder.
    private(set) var foreign: [String] = []
    /// The files among ``foreign``; only recorded if the manifest may be incomplete.
    private(set) var unlisted: Set<String> = []

    init() {}

    /// - Parameter other: the manifest of a folder that may share hard links with this one: if a file has the same time
    ///   to the nanosecond, it is the same file.
    init(of folder: FolderHandle, manifest: Manifest?, sharing other: Manifest? = nil) throws {
        let known = manifest?.entries ?? [:]
        // A changed folder has files that no build wrote, or lacks some that one did.
        let listed = manifest?.folders ?? [:]
        var folders = [""]
        var unchanged: Set<Substring> = []
        for (path, modified) in listed {
            if let found = folder.glance(at: path), found.kind == .folder, found.stamp.modified == modified {
                unchanged.insert(path[...])
            } else {
                folders.append(path)
            }
        }
        compareFiles(of: folder, with: known, sharing: other?.entries ?? [:], in: unchanged)
        let isWhole = manifest?.condition ?? .whole == .whole
        // Only needed if there is something that shouldn't be there.
        var knownFolders: Set<Substring>?
        while let relative = folders.popLast() {
            // A folder that is gone or behind a link contains nothing.
            if listed[relative] != nil, folder.kind(of: relative) != .folder { continue }
            var isEmpty = true
            _ = try folder.forEachEntry(in: relative) { entry in
                isEmpty = false
                let child = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
                if entry.kind == .folder {
                    // A repository isn't ours, and it is large.
                    if entry.name == ".git" {
                        foreign.append(child)
                    } else if listed[child] == nil {
                        folders.append(child)
                    }
                } else if known[child] == nil, child != Manifest.name {
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
        forgetFilesBelowLinks()
    }

    private mutating func compareFiles(
        of folder: FolderHandle, with known: [String: Manifest.Entry], sharing others: [String: Manifest.Entry],
        in unchanged: Set<Substring>
    ) {
        intact.reserveCapacity(known.count)
        for (path, expected) in known {
            // In another folder, a file may have been replaced.
            if !others.isEmpty, expected.stamp != nil, others[path] == expected,
                unchanged.contains(path[..<(path.utf8.lastIndex(of: UInt8(ascii: "/")) ?? path.startIndex)])
            {
                shared.insert(path)
                continue
            }
            // Anything but a regular file has to be replaced.
            guard let (kind, stamp) = folder.glance(at: path), kind == .file else { continue }
            if stamp == expected.stamp {
                intact.insert(path)
            } else if expected.stamp.map({ $0.size == stamp.size }) ?? true {
                doubtful.insert(path)
            }
        }
    }

    /// Treats all files below links as missing.
    private mutating func forgetFilesBelowLinks() {
        for link in links {
            intact = intact.filter { !$0.hasPrefix(link + "/") }
            doubtful = doubtful.filter { !$0.hasPrefix(link + "/") }
            shared = shared.filter { !$0.hasPrefix(link + "/") }
        }
    }

    /// Adds files that belong to the site although they aren't in the manifest.
    mutating func recognize(_ paths: Set<String>) {
        foreign.removeAll(where: paths.contains)
        unlisted.subtract(paths)
    }

    /// All parent folders of some files.
    static func folders(of paths: some Sequence<String>) -> Set<Substring> {
        var folders: Set<Substring> = []
        for path in paths {
            var above = path[...]
            while let slash = above.utf8.lastIndex(of: UInt8(ascii: "/")) {
                above = above[..<slash]
                guard folders.insert(above).inserted else { break }
            }
        }
        return folders
    }
}
