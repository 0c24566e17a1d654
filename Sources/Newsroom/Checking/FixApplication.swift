internal import Check
internal import Context
internal import Draft
internal import Markdown
internal import Newsletter
internal import Text

/// Applies the safe fixes of `check --fix` to the files, as one change that can be undone.
struct FixApplication {
    private let session: DraftSession
    private let fixer: Fixer
    private let reader: IssueReader
    private var changes = FileChanges()
    private var reports: [String] = []

    init(session: DraftSession, fixer: Fixer) {
        self.session = session
        self.fixer = fixer
        reader = IssueReader(session.publication)
    }

    /// The text of a file after its fixes, which ``write()`` will write; nil if there is nothing to fix.
    ///
    /// - Throws: ``Diagnostics`` if the file isn't an issue.
    mutating func fix(_ file: CheckedFile) throws(Diagnostics) -> [UInt8]? {
        guard let old = try file.bytes(session.files, session.publication.issueRules, reader)
        else { return nil }
        let (bytes, fixed) = try fixer.fixed(old, file: file.path)
        guard bytes != old else { return nil }
        changes.write(file.path, bytes, over: old)
        for finding in fixed {
            reports.append("\(file.path):\(finding.range.start.line): fixed: \(finding.summary) [\(finding.id)]")
        }
        reports.append("\(file.path): \(fixed.count.counted("finding")) fixed. 'sennight undo' reverts the file.")
        return bytes
    }

    /// Writes all files that have fixes.
    ///
    /// - Returns: a line for each fix; each is also reported while the files are fixed.
    /// - Throws: a ``Diagnostic`` if a file was changed by another program in the meantime; in that case, nothing is
    ///   written. ``FileError``.
    func write() throws -> [String] {
        // Even if there is nothing to fix, this completes what an interrupted run began.
        try PublicationLock.take(session) {
            if !changes.all.isEmpty { try session.apply(changes) }
        }
        for report in reports { session.notify(.fixed(report)) }
        return reports
    }
}
