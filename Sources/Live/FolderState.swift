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
            guard let entries = try FolderEntries.read(relative.isEmpty ? folder : "\(folder)/\(relative)") else { continue }
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
    func refuseForeign(among paths: [String], manifest: Manifest) throws {
        guard !adopts else { return }
        for path in paths where manifest.fingerprints[path] == nil {
            let whole = "\(folder)/\(path)"
            if LiveFiles.status(whole) != nil { throw FolderPublisher.Refusal.foreignFile(whole) }
        }
    }
}
