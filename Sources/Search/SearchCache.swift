package import Archive
package import Context
package import Newsletter
package import Text

/// Keeps a publication's index between runs. A new index is made if the archive has changed or the file is damaged.
package struct SearchCache {
    private let files: Files
    private let path: String
    private let basis: Fingerprint

    /// - Parameters:
    ///   - path: the file with the index.
    ///   - basis: a fingerprint of the program and the settings, on which the index depends.
    package init(files: Files, path: String, basis: Fingerprint) {
        self.files = files
        self.path = path
        self.basis = basis
    }

    /// The index of an archive.
    ///
    /// - Parameter jobs: how many parts of the archive are processed at once.
    /// - Returns: nil only if a new index can't be read, which would be a defect.
    package func container(of archive: ArchiveIndex, address: SiteAddress, language: String, jobs: Int) async
        -> SearchContainer?
    {
        let basis = Fingerprint(.fingerprint(basis), .fingerprint(archive.content))
        // A file that can't be read costs time only.
        if let known = (try? files.map(path)).flatMap({ SearchContainer($0, basis: basis) }) { return known }
        let made = await SearchIndexWriter.files(
            of: await archive.searchIssues(address, jobs: jobs), language: language, jobs: jobs)
        let bytes = SearchContainer.bytes(of: made, basis: basis)
        // It can be made again at any time; where it can't be kept the next run is only slower.
        try? files.write(path, bytes)
        return SearchContainer(FileBytes(bytes), basis: basis)
    }
}
