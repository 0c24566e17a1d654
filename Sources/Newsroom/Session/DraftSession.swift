internal import Archive
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Settings
internal import Text

/// What every command needs that works on a draft: the publication, its archive, the draft and its decisions.
struct DraftSession {
    var context: Context
    let location: PublicationLocation
    let publication: Publication
    private let basis: Fingerprint

    init(_ location: PublicationLocation, context: Context = .live) throws {
        self.location = location
        let (publication, source) = try location.read(context.files)
        self.publication = publication
        Redactor.process.learn(publication.sources)
        var context = context
        context.files = context.files.writing(inside: location.boundary(of: publication, context.files))
        self.context = context
        basis = Fingerprint(.fingerprint(Program.fingerprint(context.files)), .fingerprint(source))
    }

    var files: Files { context.files }

    /// The archive, with a word about files in it that are no issues.
    func archive() async throws -> ArchiveIndex {
        let reader = ArchiveReader(
            files: files, publication: publication, root: location.path, cache: location.cache("archive", files),
            basis: basis, jobs: Program.processorCount)
        let reading: ArchiveReader.Reading
        do throws(any Error) {
            reading = try await reader.read(now: context.clock.now())
        } catch let faults as Diagnostics {
            throw BadInput(faults: faults)
        }
        for fault in reading.faults { Terminal.say("\(fault)") }
        return reading.index
    }

    /// - Throws: ``BadInput`` where it is no issue, a ``Diagnostic`` where there is none, ``FileError``.
    func draft(named name: String?) throws -> WorkingDraft {
        try BadInput.told {
            try WorkingDraft.find(files, publication: publication, named: name, root: location.path)
        }
    }

    /// The draft with the latest date, if it is to come out after the last issue; older ones lie there forgotten.
    func openDraft(_ archive: ArchiveIndex) throws -> WorkingDraft? {
        let drafts = try BadInput.told {
            try WorkingDraft.all(
                files, in: publication.folders.drafts, rules: SectionRules(publication.sections), root: location.path)
        }
        guard let newest = drafts.max(by: { $0.issue.header.date < $1.issue.header.date }) else { return nil }
        return archive.issues.last.map { $0.date < newest.issue.header.date } ?? true ? newest : nil
    }

    // MARK: Decisions

    func decisions(on draft: WorkingDraft) throws -> DecisionMemory {
        let path = DecisionMemory.path(ofIssue: draft.issue.header.number ?? 0)
        var memory = DecisionMemory()
        for path in [location.path(path), "\(location.state)/\(path)"] {
            guard let bytes = try files.readIfPresent(path) else { continue }
            memory.add(older: try DecisionMemory(bytes, file: path))
        }
        return memory
    }

    // MARK: Writing

    /// Writes the next state of a draft and what was decided.
    ///
    /// - Parameter old: as the draft was read; nil if its file is new.
    /// - Throws: as ``apply(_:)``.
    func save(_ draft: WorkingDraft, over old: WorkingDraft?, remembering memory: DecisionMemory? = nil) throws {
        var changes = FileChanges()
        changes.write(old?.path ?? draft.path, draft.bytes, over: old?.bytes)
        if let memory {
            let path = location.path(DecisionMemory.path(ofIssue: draft.issue.header.number ?? 0))
            let known = try content(path)
            if known != nil || !memory.all.isEmpty { changes.write(path, memory.bytes, over: known) }
        }
        try apply(changes)
    }

    /// Carries out what a command does, all of it or nothing, and moves along what version 0.1 kept elsewhere.
    ///
    /// - Throws: a ``Diagnostic`` if somebody else changed a file in between, nothing is written then; ``FileError``.
    func apply(_ changes: FileChanges) throws {
        var changes = changes
        let moved = try SharedFiles(session: self).move(into: &changes)
        try changeLog.apply(changes, command: Program.words, at: now)
        if !moved.isEmpty {
            Terminal.say(
                "Moved to the publication's root, where git sees them; commit: \(moved.joined(separator: ", "))")
        }
    }

    var changeLog: ChangeLog { location.changeLog(files) }

    /// In seconds since 1970.
    var now: Int { context.clock.now() / 1_000_000_000 }

    /// Nil if there is no such file.
    func content(_ path: String) throws -> [UInt8]? {
        files.status(path) == nil ? nil : try files.read(path)
    }

    /// In the publication's time zone.
    var today: CalendarDate {
        CalendarDate(atSeconds: context.clock.now() / 1_000_000_000, zone: publication.timeZone)
    }
}
