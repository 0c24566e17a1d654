package import Archive
package import Context
package import Draft
package import Newsletter
package import Settings
package import Text

/// The data of a publication that use cases work on: its settings, its archive, the draft and the decisions.
///
/// A session exists for one command, which reads the archive only once.
package struct DraftSession: Sendable {
    package internal(set) var context: Context
    package let location: PublicationLocation
    package let publication: Publication
    /// Receives notices, which the user should see in addition to the result.
    package let notify: @Sendable (Notice) -> Void
    let basis: Fingerprint
    private let reading = ArchiveOnce()

    /// - Throws: ``InvalidSettings``, ``Diagnostic``.
    package init(
        _ location: PublicationLocation, context: Context, notify: @escaping @Sendable (Notice) -> Void = { _ in }
    ) throws {
        self.location = location
        let (publication, source) = try location.open(context.files)
        self.publication = publication
        self.notify = notify
        context.redactor.learn(publication.sources)
        var context = context
        context.files = context.files.writing(inside: location.boundary(of: publication, context.files))
        self.context = context
        basis = Fingerprint(.fingerprint(context.environment.fingerprint()), .fingerprint(source))
    }

    package var files: Files { context.files }

    /// The archive, with a notice for each file in it that isn't an issue.
    package func archive() async throws -> ArchiveIndex {
        try await reading.index { try await readArchive() }
    }

    private func readArchive() async throws -> ArchiveIndex {
        let reader = ArchiveReader(
            files: files, publication: publication, root: location.path, cache: location.cache("archive", files),
            basis: basis, jobs: context.environment.processors)
        let reading: ArchiveReader.Reading
        do throws(any Error) {
            reading = try await reader.read(now: context.clock.now())
        } catch let faults as Diagnostics {
            throw InvalidInput(faults: faults)
        }
        for fault in reading.faults { notify(.fault(fault)) }
        return reading.index
    }

    /// The client for this publication's requests.
    ///
    /// - Throws: if an environment variable's value isn't an endpoint.
    package func http(perHost: Int = 2, leavesSlowHosts: Bool = false) throws -> HTTP {
        try context.http(
            HTTPSettings(
                contact: publication.address, cache: location.cache("http", files), requestsPerHost: perHost,
                leavesSlowHosts: leavesSlowHosts))
    }

    /// - Throws: ``InvalidInput`` if the draft isn't an issue, a ``Diagnostic`` if there is no draft, ``FileError``.
    package func draft(named name: String?) throws -> WorkingDraft {
        try InvalidInput.reported {
            try WorkingDraft.find(files, publication: publication, named: name, root: location.path)
        }
    }

    /// The draft with the latest date, unless that date is before the last issue's, because such a draft is abandoned.
    package func openDraft(_ archive: ArchiveIndex) throws -> WorkingDraft? {
        let drafts = try InvalidInput.reported {
            try WorkingDraft.all(files, publication: publication, root: location.path)
        }
        guard let newest = drafts.max(by: { $0.issue.header.date < $1.issue.header.date }) else { return nil }
        return archive.issues.last.map { $0.date < newest.issue.header.date } ?? true ? newest : nil
    }

    // MARK: Decisions

    /// The number of the issue that a draft becomes: the draft's own, or else the number after the last issue's.
    package func number(of draft: WorkingDraft) async throws -> Int {
        if let number = draft.issue.header.number { return number }
        return try next(after: try await archive(), date: draft.issue.header.date).number
    }

    /// The number and date of the issue after the last one in the archive.
    func next(after archive: ArchiveIndex, date: CalendarDate?) throws -> NextIssue {
        let headers = archive.issues.map {
            IssueHeader(title: $0.title, number: $0.number, date: $0.date, category: nil)
        }
        return try NextIssue(after: headers, calendar: publication.calendar, date: date, today: today)
    }

    /// The folder with the candidates of an issue.
    func candidates(ofIssue number: Int) -> CandidateFolder {
        CandidateFolder(location.path(CandidateFolder.path(ofIssue: number)), files: files)
    }

    package func decisions(on draft: WorkingDraft) async throws -> DecisionLog {
        let path = DecisionLog.path(ofIssue: try await number(of: draft))
        var memory = DecisionLog()
        // Version 0.1 kept the decisions on drafts without a number under 0.
        let old = draft.issue.header.number == nil ? [DecisionLog.path(ofIssue: 0)].map(location.path) : []
        for path in [location.path(path), "\(location.state)/\(path)"] + old {
            guard let bytes = try files.readIfPresent(path) else { continue }
            memory.add(older: try DecisionLog(bytes, file: path))
        }
        return memory
    }

    // MARK: Writing

    /// Writes the new state of a draft, and the decisions.
    ///
    /// - Parameter old: the draft as it was read; nil if its file is new.
    /// - Throws: the errors of ``apply(_:)``.
    package func save(_ draft: WorkingDraft, over old: WorkingDraft?, remembering memory: DecisionLog? = nil)
        async throws
    {
        var changes = FileChanges()
        changes.write(old?.path ?? draft.path, draft.bytes, over: old?.bytes)
        if let memory {
            let path = location.path(DecisionLog.path(ofIssue: try await number(of: draft)))
            let known = try content(path)
            if known != nil || !memory.isEmpty { changes.write(path, memory.bytes, over: known) }
        }
        try apply(changes)
    }

    /// Writes either all changes of a command or none, and moves the files that version 0.1 kept in another folder.
    ///
    /// - Throws: a ``Diagnostic`` if a file was changed by another program in the meantime, in which case nothing is
    ///   written; ``FileError``.
    package func apply(_ changes: FileChanges) throws {
        var changes = changes
        let moved = try SharedFiles(session: self).move(into: &changes)
        try changeLog.apply(changes, command: context.environment.command, at: now)
        if !moved.isEmpty { notify(.moved(moved)) }
    }

    package var changeLog: ChangeLog { location.changeLog(files) }

    /// The current time, in seconds since 1970.
    package var now: Int { context.clock.seconds }

    /// A file's content; nil if the file doesn't exist.
    func content(_ path: String) throws -> [UInt8]? {
        files.status(path) == nil ? nil : try files.read(path)
    }

    /// Today's date in the publication's time zone.
    package var today: CalendarDate {
        CalendarDate(atSeconds: context.clock.seconds, zone: publication.timeZone)
    }
}
