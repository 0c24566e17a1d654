package import Context
internal import Newsletter
internal import Repository

/// Adds the entries of open pull requests to the working draft, one pull request after the other.
///
/// The draft and the intake record are written once, at the end: a run that is interrupted before has changed nothing.
/// Entries that the draft already has aren't added a second time.
package struct Intake: Sendable {
    /// Returns the findings of the publication's checks on the entries that were added to a draft, as sentences without
    /// a full stop.
    package typealias Check = @Sendable (_ before: [UInt8], _ after: [UInt8]) -> [String]
    /// Writes the changes of a run.
    package typealias Save = @Sendable (_ changes: FileChanges) throws -> Void

    private let files: Files
    private let reader: PullRequestReader
    private let draftFile: String
    private let check: Check
    private let save: Save
    package private(set) var memory: IntakeFolder

    /// - Parameters:
    ///   - reader: reads what pull requests changed.
    ///   - draftFile: the working draft's path for ``Files``.
    ///   - memory: the record of the pull requests that were added before.
    ///   - save: called once, unless nothing has changed.
    package init(
        files: Files, reader: PullRequestReader, draftFile: String, memory: IntakeFolder,
        check: @escaping Check = { _, _ in [] }, save: @escaping Save
    ) {
        self.files = files
        self.reader = reader
        self.draftFile = draftFile
        self.memory = memory
        self.check = check
        self.save = save
    }

    /// The data of a pull request in the repository.
    private enum Found {
        case known((record: IntakeLog.Record, issue: String?), files: [String])
        case reading(PullRequestReader.Reading)
        case unreadable(GitError)
    }

    /// - Parameters:
    ///   - again: the pull requests to add as if for the first time.
    ///   - isDry: whether to write nothing.
    /// - Throws: errors of reading or writing the draft or the record; problems with a single pull request are in its
    ///   row.
    package mutating func run(
        _ pulls: [OpenPullRequest], again: Set<PullRequestName> = [], isDry: Bool = false
    ) async throws -> [IntakeRow] {
        let committed = try await reader.committedDraft()
        var found: [(pull: OpenPullRequest, found: Found)] = []
        for pull in pulls { found.append((pull, await find(pull, again: again))) }
        while true {
            let old = try files.read(draftFile)
            var (draft, memory) = (old, memory)
            var rows: [IntakeRow] = []
            for (pull, found) in found {
                switch found {
                case .known(let known, let files):
                    rows.append(row(of: pull, known, files, memory, draft: draft, committed: committed))
                case .reading(let reading): rows.append(take(pull, reading, into: &draft, &memory))
                case .unreadable(let error):
                    var row = IntakeRow(pull: pull, kind: .unreadable)
                    row.notes = [error.summary]
                    rows.append(row)
                }
            }
            if isDry || draft == old && memory.present == self.memory.present { return rows }
            // An editor may have saved the file in the meantime.
            guard try files.read(draftFile) == old else { continue }
            var changes = FileChanges()
            changes.write(draftFile, draft, over: old)
            memory.write(to: &changes)
            try save(changes)
            self.memory = memory
            return rows
        }
    }

    private func find(_ pull: OpenPullRequest, again: Set<PullRequestName>) async -> Found {
        let known = again.contains(pull.name) ? nil : memory.record(of: pull.name)
        do throws(GitError) {
            guard let known, known.record.head == pull.head else {
                return .reading(try await reader.read(pull, since: known?.record))
            }
            let (files, _) = try await reader.files(of: pull)
            return .known(known, files: files.issues + files.others)
        } catch {
            return .unreadable(error)
        }
    }

    private func take(
        _ pull: OpenPullRequest, _ reading: PullRequestReader.Reading, into draft: inout [UInt8],
        _ memory: inout IntakeFolder
    ) -> IntakeRow {
        let path = reading.files.draft?.path
        let assessment = PullRequestAssessment(
            pull, files: reading.files, versions: reading.versions, draft: draft,
            isOtherDraft: path != reader.folders.draft)
        guard let intake = assessment.intake, let path else { return assessment.row }
        var row = assessment.row
        row.notes += check(draft, intake.draft)
        draft = intake.draft
        memory.remember(
            IntakeLog.Record(
                pull: pull.name.key, head: pull.head, base: reading.base, path: path, changes: intake.changes))
        return row
    }

    /// The row of a pull request that was added before and hasn't changed since.
    private func row(
        of pull: OpenPullRequest, _ known: (record: IntakeLog.Record, issue: String?), _ files: [String],
        _ memory: IntakeFolder, draft: [UInt8], committed: [UInt8]
    ) -> IntakeRow {
        var row = IntakeRow(pull: pull, kind: .adds)
        row.files = files
        row.count(known.record.changes)
        let isOld = known.issue != nil || known.record.path != reader.folders.draft
        row.kind =
            !row.files.isEmpty
            ? .otherFiles : isOld ? .oldDraft : row.added == known.record.changes.count ? .adds : .edits
        if let issue = known.issue {
            row.state = .known(missing: [])
            row.notes = ["the pull request was merged into an earlier draft, \(issue)"]
            return row
        }
        let presence = EntryPresence(
            draft: draft, committed: committed, changes: memory.present.records.flatMap(\.changes))
        row.state = .known(missing: presence.missing(of: known.record.changes).map(\.absence))
        return row
    }
}
