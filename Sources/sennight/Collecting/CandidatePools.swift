internal import Archive
internal import Context
internal import Newsletter
internal import Settings

/// All candidates of an issue, from every source's file.
enum CandidatePools {
    /// In the order of the files' names; of two that are one thing the first counts.
    ///
    /// - Throws: a ``Diagnostic`` for a line that is no candidate, ``FileError``.
    static func all(ofIssue number: Int, _ session: DraftSession) throws -> [Candidate] {
        let folder = session.location.path(CandidatePool.folder(ofIssue: number))
        var seen: Set<String> = []
        return try session.files.list(folder).filter { $0.path.hasSuffix(".jsonl") }.flatMap { file in
            try read("\(folder)/\(file.path)", session.files).candidates
        }.filter { seen.insert($0.identity).inserted }
    }

    static func read(_ path: String, _ files: Files) throws -> CandidatePool {
        guard files.status(path) != nil else { return CandidatePool() }
        return try CandidatePool(try files.read(path), file: path)
    }
}
