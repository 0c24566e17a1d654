internal import Archive
internal import Context
internal import Draft
internal import Newsletter
internal import Settings
package import Text

/// Makes the next issue's draft.
package struct NewDraft {
    private let session: DraftSession

    package init(_ session: DraftSession) {
        self.session = session
    }

    /// Makes the draft and writes it.
    ///
    /// - Returns: the draft's path.
    /// - Throws: the errors of ``make(date:after:)``.
    package func write(date: CalendarDate?) async throws -> String {
        try await PublicationLock.take(session) {
            let draft = try await make(date: date)
            try await session.save(draft, over: nil)
            return draft.path
        }
    }

    /// The draft, which has no file yet.
    ///
    /// - Parameters:
    ///   - date: the day that the user chose; nil for the next one in the calendar.
    ///   - last: the draft that becomes the previous issue. Its file is removed, so the new draft may have the same
    ///     name.
    /// - Throws: ``DraftIsThere``, ``Diagnostic``, ``Diagnostics``, ``FileError``.
    func make(date: CalendarDate?, after last: WorkingDraft? = nil) async throws -> WorkingDraft {
        let publication = session.publication
        let archive = try await session.archive()
        var headers = archive.issues.map {
            IssueHeader(title: $0.title, number: $0.number, date: $0.date, category: nil)
        }
        if let header = last?.issue.header,
            !headers.contains(where: { $0.number == header.number && ($0.number != nil || $0.date == header.date) })
        {
            headers.append(header)
        }
        let next = try NextIssue(after: headers, calendar: publication.calendar, date: date, today: session.today)
        for warning in next.warnings { session.notify(.fault(warning)) }
        let drafter = Drafter(publication)
        let file = "\(publication.folders.drafts)/\(drafter.fileName(next))"
        let path = session.location.path(file)
        guard session.files.status(path) == nil || path == last?.path else { throw DraftIsThere(path: path) }
        let drafts = try WorkingDraft.all(session.files, publication: publication, root: session.location.path)
        // Two drafts of one number would share their decisions.
        if let other = drafts.first(where: {
            $0.issue.header.number == next.number && $0.path != last?.path
        }) {
            throw DraftIsThere(path: other.path)
        }
        let template = try template()
        var before = try issues(archive.issues[...], with: template)
        if let last { before.insert(last, at: 0) }
        let draft = try drafter.draft(
            next, template: template, last: before.first, earlier: Array(before.dropFirst()), file: file)
        return try WorkingDraft(
            draft.bytes, file: file, path: path, rules: SectionRules(publication), issueRules: publication.issueRules)
    }

    /// A new draft with the number and date of an existing one, for comparison; nil if none can be made.
    func again(_ draft: WorkingDraft, _ archive: ArchiveIndex) throws -> WorkingDraft? {
        let header = draft.issue.header
        guard let number = header.number else { return nil }
        let template = try template()
        let before = try issues(archive.issues[archive.issues(before: header.date, last: Self.issues)], with: template)
        guard !before.isEmpty || template != nil else { return nil }
        // If the template was changed since and no longer makes a draft, that doesn't matter here.
        return try? Drafter(session.publication).draft(
            NextIssue(number: number, date: header.date), template: template, last: before.first,
            earlier: Array(before.dropFirst()), file: draft.file)
    }

    /// The last of some issues, newest first. With a template, only one is needed.
    private func issues(_ issues: ArraySlice<ArchivedIssue>, with template: String?) throws -> [WorkingDraft] {
        try issues.suffix(template == nil ? Self.issues : 1).reversed().map { issue in
            try WorkingDraft(
                try session.files.read(session.location.path(issue.file)), file: issue.file,
                rules: SectionRules(session.publication), issueRules: session.publication.issueRules)
        }
    }

    /// The number of issues from which a publication without a template has its headings, a quarter of a year.
    private static let issues = 13

    /// The template's text; nil if the publication has none.
    func template() throws -> String? {
        let publication = session.publication
        guard let named = publication.draft.template else {
            let usual = session.location.path("\(publication.folders.drafts)/DRAFT_TEMPLATE")
            return try session.files.readIfPresent(usual).map { String(decoding: $0, as: UTF8.self) }
        }
        let path = session.location.path(named)
        do throws(FileError) {
            return String(decoding: try session.files.read(path), as: UTF8.self)
        } catch {
            throw Diagnostic(
                "can't read the template (\(error.reason))", remedy: "Correct 'draft: template:' in the settings",
                file: path)
        }
    }
}

/// The error if the next draft already exists.
package struct DraftIsThere: Error, CustomStringConvertible {
    package let path: String

    package var description: String {
        Diagnostic(
            "the draft already exists", remedy: "Use that draft, or move it out of the folder to start again",
            file: path
        ).description
    }
}
