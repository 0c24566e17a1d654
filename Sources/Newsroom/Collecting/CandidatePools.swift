internal import Archive
internal import Context
internal import Newsletter
internal import Settings

/// The files that sources' candidates are kept in.
enum CandidatePools {
    /// Everything that was brought for an issue, from every source's file.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is no candidate, ``FileError``.
    static func material(ofIssue number: Int, _ session: DraftSession) throws -> CandidateSet {
        let folder = session.location.path(CandidatePool.folder(ofIssue: number))
        let pools = try session.files.list(folder).filter { $0.path.hasSuffix(".jsonl") }.map { file in
            try read("\(folder)/\(file.path)", session.files)
        }
        return CandidateSet(pools)
    }

    static func read(_ path: String, _ files: Files) throws -> CandidatePool {
        guard let bytes = try files.readIfPresent(path) else { return CandidatePool() }
        return try CandidatePool(bytes, file: path)
    }
}
