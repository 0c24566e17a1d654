/// What is in an output folder.
struct FolderState: Sendable {
    private(set) var exists = false
    /// Paths of the manifest's files that are there.
    private(set) var files: Set<String> = []
    private(set) var hasForeignFiles = false
    private let folder: String
    private let adopts: Bool

    init(of folder: String, manifest: Manifest?, adopts: Bool) throws {
        (self.folder, self.adopts) = (folder, adopts)
        let known = manifest?.fingerprints ?? [:]
        files.reserveCapacity(known.count)
        var folders = [""]
        while let relative = folders.popLast() {
            guard let entries = try FolderEntries.read(relative.isEmpty ? folder : "\(folder)/\(relative)") else {
                continue
            }
            exists = true
            // The site has no empty folders.
            if entries.isEmpty, !relative.isEmpty { hasForeignFiles = true }
            for entry in entries {
                let child = relative.isEmpty ? entry.name : "\(relative)/\(entry.name)"
                if entry.isFolder {
                    // A repository is another's, and large.
                    if entry.name == ".git" { hasForeignFiles = true } else { folders.append(child) }
                } else if known[child] != nil {
                    files.insert(child)
                } else if child != Manifest.name {
                    hasForeignFiles = true
                }
            }
        }
    }

    /// Stops before a file that no build wrote is overwritten.
    ///
    /// - Parameter gone: files of the build before that are to be removed.
    func refuseForeign(among paths: [String], gone: Set<String>, manifest: Manifest) throws {
        var passed: Set<Substring> = []
        for path in paths {
            var above = path[...]
            while let slash = above.lastIndex(of: "/") {
                above = above[..<slash]
                guard passed.insert(above).inserted else { break }
                // A link to a folder leads out of the site.
                if FolderEntries.kind(of: "\(folder)/\(above)") == .other, !gone.contains(String(above)) {
                    throw FolderPublisher.Refusal.foreignFile("\(folder)/\(above)")
                }
            }
            let whole = "\(folder)/\(path)"
            switch FolderEntries.kind(of: whole) {
            case .folder where !isLeftEmpty(path, without: gone): throw FolderPublisher.Refusal.foreignFile(whole)
            case .other where manifest.fingerprints[path] == nil && !adopts:
                throw FolderPublisher.Refusal.foreignFile(whole)
            default: continue
            }
        }
    }

    /// Whether nothing stays in a folder of the site once some files are removed.
    private func isLeftEmpty(_ relative: String, without gone: Set<String>) -> Bool {
        // What can't be listed isn't known to be empty.
        let entries = (try? FolderEntries.read("\(folder)/\(relative)")) ?? []
        return !entries.isEmpty
            && entries.allSatisfy { entry in
                let child = "\(relative)/\(entry.name)"
                return entry.isFolder ? isLeftEmpty(child, without: gone) : gone.contains(child)
            }
    }
}
