internal import Archive
internal import Context
internal import Draft
internal import Live
internal import Newsletter
internal import Settings

/// What every command needs that works on a draft: the publication, its archive, the draft and its decisions.
struct DraftSession {
    let context: Context
    let location: PublicationLocation
    let publication: Publication
    private let basis: Fingerprint

    init(_ location: PublicationLocation, context: Context = .live) throws {
        self.location = location
        let (publication, source) = try location.read(context.files)
        self.publication = publication
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
        let path = decisionsPath(draft)
        guard files.status(path) != nil else { return DecisionMemory() }
        return try DecisionMemory(try files.read(path), file: path)
    }

    private func decisionsPath(_ draft: WorkingDraft) -> String {
        "\(location.state)/\(DecisionMemory.path(ofIssue: draft.issue.header.number ?? 0))"
    }

    // MARK: Writing

    /// Writes the next state of a draft over the one it was made from, which is kept as a way back, and what was decided.
    ///
    /// The decisions come first: what is taken out and not remembered would come back.
    ///
    /// - Throws: a ``Diagnostic`` where somebody else changed the file in between; nothing is written then.
    func save(_ draft: WorkingDraft, over old: WorkingDraft, remembering memory: DecisionMemory? = nil) throws {
        try check(old)
        if let memory { try files.write(decisionsPath(draft), memory.bytes) }
        guard draft.bytes != old.bytes else { return }
        try keep(old)
        try files.write(old.path, draft.bytes)
    }

    /// - Throws: a ``Diagnostic`` where a draft's file is not as it was read.
    func check(_ draft: WorkingDraft) throws {
        guard try files.read(draft.path) == draft.bytes else {
            throw Diagnostic(
                "the draft was changed by somebody else just now", remedy: "Give the command once more",
                file: draft.path)
        }
    }

    /// Keeps a draft's text before it is changed or taken away.
    func keep(_ draft: WorkingDraft) throws {
        try files.write(wayBack(draft), draft.bytes)
    }

    /// Where the text of a draft lies as it was before the last command.
    func wayBack(_ draft: WorkingDraft) -> String {
        let name = draft.file.split(separator: "/").last.map(String.init) ?? draft.file
        return location.cache("before/\(name)", files)
    }

    /// In the publication's time zone.
    var today: CalendarDate {
        CalendarDate(atSeconds: context.clock.now() / 1_000_000_000, zone: publication.timeZone)
    }
}
