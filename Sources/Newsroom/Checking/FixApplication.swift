internal import Check
internal import Context
internal import Draft
internal import Newsletter

/// `check --fix`: writes what can be fixed safely into the files, all of them as one change that can be undone.
struct FixApplication {
    private let session: DraftSession
    private let fixer: Fixer
    private var changes = FileChanges()
    private var reports: [String] = []

    init(session: DraftSession, fixer: Fixer) {
        self.session = session
        self.fixer = fixer
    }

    /// The text as it will be in the file.
    ///
    /// - Throws: ``Diagnostics`` where the file is no issue.
    mutating func mend(_ file: CheckedFile) throws(Diagnostics) -> [UInt8] {
        let (bytes, mended) = try fixer.fixed(file.bytes, file: file.path)
        guard bytes != file.bytes else { return bytes }
        changes.write(file.path, bytes, over: file.bytes)
        for finding in mended {
            reports.append("\(file.path):\(finding.range.start.line): fixed: \(finding.summary) [\(finding.id)]")
        }
        reports.append("\(file.path): \(mended.count) fixed. 'sennight undo' reverts it.")
        return bytes
    }

    /// - Returns: what was fixed, a line each; it is also reported as it happens.
    /// - Throws: a ``Diagnostic`` where somebody else changed a file in between, nothing is written then; ``FileError``.
    func write() throws -> [String] {
        // Also if nothing is to be fixed: what an interrupted run began is completed.
        try PublicationLock.take(session) {
            if !changes.all.isEmpty { try session.apply(changes) }
        }
        for report in reports { session.notify(.fixed(report)) }
        return reports
    }
}
