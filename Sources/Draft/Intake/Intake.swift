package import Context
internal import Newsletter

/// Takes open pull requests into the working draft, one after another.
///
/// After each one the draft is written, then the memory: a run that ends in between is made good by the next, for what
/// the draft has already does not come a second time.
package struct Intake: Sendable {
    /// What the publication's checks say of what came into a draft: sentences without full stop.
    package typealias Check = @Sendable (_ before: [UInt8], _ after: [UInt8]) -> [String]

    private let files: Files
    private let reader: PullRequestReader
    private let draftFile: String
    private let check: Check
    package private(set) var memory: IntakeFolder

    /// - Parameters:
    ///   - reader: reads what pull requests did.
    ///   - draftFile: the working draft, as ``Files`` finds it.
    ///   - memory: what was taken in before.
    package init(
        files: Files, reader: PullRequestReader, draftFile: String, memory: IntakeFolder,
        check: @escaping Check = { _, _ in [] }
    ) {
        (self.files, self.reader, self.draftFile) = (files, reader, draftFile)
        (self.memory, self.check) = (memory, check)
    }

    /// - Parameters:
    ///   - again: those that are taken in as if for the first time.
    ///   - isDry: whether nothing is to be written.
    /// - Throws: where the draft or the memory cannot be read or written; what is wrong with one pull request stands
    ///   in its row.
    package mutating func run(
        _ pulls: [OpenPullRequest], again: Set<PullRequestName> = [], isDry: Bool = false
    ) async throws -> [IntakeRow] {
        // What a dry run would have written.
        var imagined = isDry ? try files.read(draftFile) : nil
        let committed = try await reader.committedDraft()
        var rows: [IntakeRow] = []
        for pull in pulls {
            let known = again.contains(pull.name) ? nil : memory.record(of: pull.name)
            do {
                if let known, known.record.head == pull.head {
                    let draft = try imagined ?? files.read(draftFile)
                    rows.append(try await row(of: pull, known, draft: draft, committed: committed))
                } else {
                    let reading = try await reader.read(pull, since: known?.record)
                    rows.append(try take(pull, reading, &imagined))
                }
            } catch let error as GitError {
                var row = IntakeRow(pull: pull, kind: .unreadable)
                row.notes = [error.summary]
                rows.append(row)
            }
        }
        return rows
    }

    private mutating func take(
        _ pull: OpenPullRequest, _ reading: PullRequestReader.Reading, _ imagined: inout [UInt8]?
    ) throws -> IntakeRow {
        while true {
            let draft = try imagined ?? files.read(draftFile)
            let path = reading.files.draft?.path
            let assessment = PullRequestAssessment(
                pull, files: reading.files, versions: reading.versions, draft: draft,
                isOtherDraft: path != reader.folders.draft)
            guard let intake = assessment.intake, let path else { return assessment.row }
            var row = assessment.row
            row.notes += check(draft, intake.draft)
            if imagined != nil {
                imagined = intake.draft
                return row
            }
            // An editor may have saved the file meanwhile.
            guard try files.read(draftFile) == draft else { continue }
            if intake.draft != draft { try files.write(draftFile, intake.draft) }
            let record = IntakeMemory.Record(
                pull: pull.name.key, head: pull.head, base: reading.base, path: path, changes: intake.changes)
            try memory.remember(record)
            return row
        }
    }

    /// One that was taken in at this head before.
    private func row(
        of pull: OpenPullRequest, _ known: (record: IntakeMemory.Record, issue: String?), draft: [UInt8],
        committed: [UInt8]
    ) async throws(GitError) -> IntakeRow {
        let (files, _) = try await reader.files(of: pull)
        var row = IntakeRow(pull: pull, kind: .adds)
        row.files = files.issues + files.others
        row.count(known.record.changes)
        let isOld = known.issue != nil || known.record.path != reader.folders.draft
        row.kind =
            !row.files.isEmpty
            ? .otherFiles : isOld ? .oldDraft : row.added == known.record.changes.count ? .adds : .edits
        if let issue = known.issue {
            row.state = .known(missing: [])
            row.notes = ["it was taken in for \(issue)"]
            return row
        }
        let presence = EntryPresence(
            draft: draft, committed: committed, changes: memory.present.records.flatMap(\.changes))
        row.state = .known(missing: presence.missing(of: known.record.changes).map(\.absence))
        return row
    }
}
